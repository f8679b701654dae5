import type { Performer, PostAnswer } from "@parley/performer";
import type { MemoryData } from "@parley/store/memory";
import type { CallWorld } from "./process-world.ts";

/** How a place treats a report that is posted there. */
export type PostTreatment = "takes" | "refuses" | "is-out" | "is-forbidden";

/** A report that was posted. */
export type Posting = {
  /** Its id in the store; undefined where none was owed at that moment. */
  readonly id: string | undefined;
  readonly process: number;
  readonly isTaken: boolean;
};

/** The places where reports are posted, which remember what they were told. */
export class PostOffice {
  readonly postings: Posting[] = [];
  answers: readonly PostTreatment[] = [];
  readonly #data: MemoryData;

  constructor(data: MemoryData) {
    this.#data = data;
  }

  /** The performer of a process; `call` makes each post a call to the world. */
  performer(process: number, call: CallWorld): Pick<Performer, "post"> {
    return {
      post: ({ body }) => {
        const row = [...this.#data.posts.values()].find(
          (one) => one.state === "queued" && JSON.stringify(one.body) === body,
        );
        return call(`post ${row?.id ?? body}`, async () => this.#treat(row?.id, process));
      },
    };
  }

  #treat(id: string | undefined, process: number): PostAnswer {
    const how = this.answers[this.postings.length % Math.max(1, this.answers.length)] ?? "takes";
    this.postings.push({ id, process, isTaken: how === "takes" });
    switch (how) {
      case "takes":
        return { type: "answered", status: 200 };
      case "refuses":
        return { type: "answered", status: 500 };
      case "is-out":
        return { type: "failed", reason: "nobody is there" };
      case "is-forbidden":
        return { type: "forbidden", reason: "no report goes there" };
    }
  }
}
