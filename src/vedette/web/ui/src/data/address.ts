/** Addresses of data that know what comes from them, by the types made from the server's own description. */
import type { paths } from "./api";

/** An address; the compiler remembers what it gives. */
export type Address<T> = string & { readonly gives?: T };

type Json<Responses> = Responses extends Record<200, { content: { "application/json": infer T } }> | Record<202, { content: { "application/json": infer T } }> ? T : never;
type Answered<Operation> = Operation extends { responses: infer Responses } ? Json<Responses> : never;

/** "/incidents/{incident_id}.json" as the texts that it stands for. */
type Filled<P extends string> = P extends `${infer Before}{${string}}${infer After}` ? `${Before}${string}${Filled<After>}` : P;
type Match<A extends string> = { [P in keyof paths]: A extends Filled<P> ? P : never }[keyof paths];

/** What a GET of an address gives. */
export type Data<A extends string> = A extends keyof paths ? Answered<paths[A]["get"]> : Answered<paths[Match<A>]["get"]>;

/** Paths that take changes, and what they answer. */
export type Changed<P extends keyof paths, M extends "post" | "delete"> = Answered<paths[P][M]>;
export type Changing<M extends "post" | "delete"> = { [P in keyof paths]: Answered<paths[P][M]> extends never ? never : P }[keyof paths];

/** Give an address as it stands. */
export const address = <const A extends string>(given: A): Address<Data<A>> => given as Address<Data<A>>;
