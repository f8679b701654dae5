export type { PerformedTask, Performer, PostAnswer, PostRequest } from "./performer.ts";
