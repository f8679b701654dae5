/** What moves in lanes: it may go when it is the first in each of its own. */
export type LaneMember = { readonly lanes: readonly string[] };

/** Queues side by side. A member may stand in several, so that what concerns two people comes after what came before for either. */
export interface Lanes<Member extends LaneMember> {
  /** Joins the member at the end of its lanes; says whether it may go at once. */
  join(member: Member): boolean;
  /** Takes the member out of its lanes; gives those that may go now because of it. */
  leave(member: Member): readonly Member[];
  clear(): void;
}

/** Makes lanes, none of them there until it is joined. */
export function createLanes<Member extends LaneMember>(): Lanes<Member> {
  const lanes = new Map<string, Member[]>();

  function isFirst(member: Member): boolean {
    return member.lanes.every((lane) => lanes.get(lane)?.[0] === member);
  }

  function join(member: Member): boolean {
    for (const lane of member.lanes) {
      const members = lanes.get(lane);
      if (members === undefined) lanes.set(lane, [member]);
      else members.push(member);
    }
    return isFirst(member);
  }

  /** Only a member that moved up may go because of this: one that was first in this lane before was free to go by it already. */
  function leave(member: Member): readonly Member[] {
    const freed = new Set<Member>();
    for (const lane of member.lanes) {
      const members = lanes.get(lane) ?? [];
      const place = members.indexOf(member);
      members.splice(place, place < 0 ? 0 : 1);
      const [first] = members;
      if (first === undefined) lanes.delete(lane);
      else if (place === 0) freed.add(first);
    }
    return [...freed].filter(isFirst);
  }

  return { join, leave, clear: () => lanes.clear() };
}
