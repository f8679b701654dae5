import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

/** What a process has used: processor time and bytes sent to the disk since its start, and the memory it holds. */
export type Usage = { readonly cpuMs: number; readonly writtenKb: number; readonly residentMb: number };

/** Linux counts processor time in hundredths of a second (proc_pid_stat(5), with the usual clock tick). */
const msPerTick = 10;

/** What a process has used by the word of Linux's `/proc`; undefined on other systems. */
export function usageOf(pid: number | undefined): Usage | undefined {
  try {
    // The name of the program, in brackets, may hold spaces: fields are counted after it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const [, residentKb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    const [, written] = /^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, "utf8")) ?? [];
    return { cpuMs: ticks * msPerTick, writtenKb: Number(written) / 1024, residentMb: Number(residentKb) / 1024 };
  } catch {
    return undefined;
  }
}

/** What a process uses while something is done: processor time in milliseconds, and KB sent to the disk. */
export async function withUsage<Result>(pid: number | undefined, work: () => Promise<Result>) {
  const before = usageOf(pid);
  const result = await work();
  const after = usageOf(pid);
  if (before === undefined || after === undefined)
    return { ...result, serverCpuMs: undefined, serverWrittenKb: undefined };
  const serverWrittenKb = after.writtenKb - before.writtenKb;
  return { ...result, serverCpuMs: after.cpuMs - before.cpuMs, serverWrittenKb };
}

/** The machine in a line: numbers mean nothing without it. */
export function machine(): string {
  const all = cpus();
  return `${all.length} cores of ${all[0]?.model.trim() ?? "an unknown CPU"}, Node ${process.versions.node}, ${process.platform}; every process of a run shares them, and ${loadavg()[0]?.toFixed(1) ?? "?"} other programs were running on average in the minute before`;
}
