export { type Consequence, consequences } from './consequences.ts'
export {
  attract,
  ExhibitId,
  hasGoneQuiet,
  next,
  type Visit,
  type VisitEvent,
  type VisitRules,
  warning,
} from './visit.ts'
