/** The one page phones open: whole in itself, with the policy that lets nothing else run in it. */
export type PhonePage = {
  readonly html: string
  readonly policy: string
}
/** Makes the page from its sources; a packaged station has it ready made and reads it with `phonePageOf`. */
export declare function buildPhonePage(): Promise<PhonePage>
/** The same of the page on a guide's phone. */
export declare function buildGuidePage(): Promise<PhonePage>
/** The page with its policy, by the fingerprints of its own style and script. */
export declare function phonePageOf(html: string): PhonePage
/** The page where scenes and stations lie beside it as files: those may run too, and nothing from anywhere else. */
export declare function withFilesBeside(page: PhonePage): PhonePage
/** The same with its policy inside, for a host that sends none and for a folder. */
export declare function standingAlone(page: PhonePage): string
