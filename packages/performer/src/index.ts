export type { Performer, PostAnswer, PostRequest } from "./performer.ts";
