import type { PreviewOptions } from "@parley/simulator";

type Performer = NonNullable<PreviewOptions["performer"]>;

/**
 * A performer whose work is waited for as promises are: a script or a server takes time of the world, while that of a preview stands still. `settle` resolves once
 * nothing is under way and every promise that can settle has settled.
 */
export function awaited(
  performer: Performer,
  settle: () => Promise<void>,
): { readonly performer: Performer; readonly settle: () => Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  const track = <Answer>(work: Promise<Answer>): Promise<Answer> => {
    underWay.add(work);
    const over = (): void => void underWay.delete(work);
    work.then(over, over);
    return work;
  };
  return {
    performer: {
      perform: (task, options) => track(performer.perform(task, options)),
      post: (request, signal) => track(performer.post(request, signal)),
    },
    settle: async () => {
      await settle();
      while (underWay.size > 0) {
        await Promise.allSettled(underWay);
        await settle();
      }
    },
  };
}
