export { Chapter, Story, StoryId } from './story.ts'
