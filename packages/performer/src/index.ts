export type { PerformedTask, Performer, PerformOptions, PostAnswer, PostRequest } from "./performer.ts";
