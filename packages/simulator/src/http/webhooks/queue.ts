/** First in, first out. */
export interface Queue<Member> {
  push(member: Member): void;
  /** The member that has waited longest; undefined if there is none. */
  shift(): Member | undefined;
  clear(): void;
}

/** Makes an empty queue whose `shift` costs the same at any length; an array's moves every member. */
export function createQueue<Member>(): Queue<Member> {
  let incoming: Member[] = [];
  let outgoing: Member[] = [];
  return {
    push: (member) => void incoming.push(member),
    shift: () => {
      if (outgoing.length === 0) {
        outgoing = incoming.reverse();
        incoming = [];
      }
      return outgoing.pop();
    },
    clear: () => {
      incoming = [];
      outgoing = [];
    },
  };
}
