/** Style sheets are brought in for their effect alone; the bundler takes them from there. */
declare module '*.css'
