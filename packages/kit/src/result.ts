/** The answer of a working day: what was asked for, or the reason it could not be had. */
export type Result<Value, Problem> = Ok<Value> | Failed<Problem>
export type Ok<Value> = { readonly ok: true; readonly value: Value }
export type Failed<Problem> = { readonly ok: false; readonly error: Problem }

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value })

export const fail = <Problem>(error: Problem): Failed<Problem> => ({ ok: false, error })
