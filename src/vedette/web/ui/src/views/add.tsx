/** Add reports: paste a text, drop files, give an address or a feed; watch what is found. */
import { useEffect, useRef, useState } from "preact/hooks";
import { address } from "../data/address";
import type { Job } from "../data/forms";
import { changes, get, Problem } from "../data/get";
import { may, me, send } from "../data/send";
import { ErrorLine, Nothing } from "../parts/told";
import { to } from "../state/router";
import { count, many, momentWord } from "../words";
import "./add.css";

const over = (job: Job): boolean => job.state === "done" || job.state === "failed";
const MOST_FILES = 200;

export default function Add() {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keep = (job: Job): void => setJobs((old) => [job, ...old.filter((one) => one.id !== job.id)].sort((a, b) => b.made.localeCompare(a.made)));
  useEffect(() => {
    const abort = new AbortController();
    get(address("/api/jobs"), abort.signal).then((found) => found.items.forEach(keep), (error: unknown) => error instanceof Problem && setProblem(error));
    return () => abort.abort();
  }, []);
  const running = jobs.filter((job) => !over(job)).map((job) => job.id).join();
  useEffect(() => {
    const streams = running.split(",").filter(Boolean).map((id) => follow(id, keep));
    return () => streams.forEach((stop) => stop());
  }, [running]);
  return (
    <>
      <div class="view-head">
        <h1>Add reports</h1>
        <span class="what">What is added is read, coded and linked at once. A report that the case holds already changes nothing.</span>
      </div>
      <div class="add">
        {may("editor") || !me.value ? <Form onMade={keep} /> : <Nothing>{me.value.read_only ? "The case is open for reading only." : "Adding needs the role of an editor."}</Nothing>}
        <section aria-live="polite">
          <div class="section-head"><h2>Runs</h2></div>
          {problem && <ErrorLine problem={problem} />}
          {jobs.length === 0 && !problem && <Nothing>Nothing has been added from the page yet.</Nothing>}
          <ul class="add-jobs">{jobs.slice(0, 20).map((job) => <JobRow key={job.id} job={job} />)}</ul>
        </section>
      </div>
    </>
  );
}

/** Follow a run until it ends; when the stream breaks the browser asks again by itself. */
function follow(id: string, keep: (job: Job) => void): () => void {
  const stream = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
  const take = (event: MessageEvent<string>): Job => {
    const job = JSON.parse(event.data) as Job;
    keep(job);
    return job;
  };
  stream.addEventListener("progress", take);
  stream.addEventListener("end", (event) => {
    stream.close();
    if (take(event as MessageEvent<string>).state === "done") changes.value += 1;
  });
  return () => stream.close();
}

function Form({ onMade }: { onMade: (job: Job) => void }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const node = useRef<HTMLFormElement>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(node.current!);
    form.delete("files");
    const given = [...form.entries()].filter(([, value]) => String(value).trim() !== "");
    if (files.length === 0 && !given.some(([name]) => name === "text" || name === "url")) {
      setProblem(new Problem("usage", "there is nothing to add", "form", "paste a text, choose files or give an address", 422));
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const { id } = await send("/api/add", files.length ? bodyOf(given, files) : Object.fromEntries(given));
      onMade(await get(address(`/api/jobs/${encodeURIComponent(id)}`)));
      node.current?.reset();
      setFiles([]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={node} onSubmit={(event) => void submit(event)}>
      <label>Text<textarea class="input" name="text" placeholder="Paste a report" dir="auto" /></label>
      <Drop files={files} onFiles={setFiles} />
      <label>Address of a page or a feed<input class="input" type="url" name="url" placeholder="https://" /></label>
      <div class="pair">
        <label>Outlet, if the source does not say<input class="input" name="outlet" maxLength={200} /></label>
        <label>Published, if the source does not say<input class="input" type="date" name="published" /></label>
      </div>
      {problem && <ErrorLine problem={problem} />}
      <p><button class="button main" disabled={busy}>{busy ? "Sending" : "Add"}</button></p>
    </form>
  );
}

function bodyOf(given: readonly [string, FormDataEntryValue][], files: readonly File[]): FormData {
  const body = new FormData();
  for (const [name, value] of given) body.append(name, value);
  for (const file of files) body.append("files", file, file.name);
  return body;
}

function Drop({ files, onFiles }: { files: readonly File[]; onFiles: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined): void => onFiles([...files, ...(list ?? [])].slice(0, MOST_FILES));
  return (
    <div
      class={isOver ? "drop over" : "drop"} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer?.files); }}
    >
      <label>Drop files here, or choose them: text, HTML, feeds, JSON lines, WARC
        <input type="file" name="files" multiple onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ""; }} />
      </label>
      {files.length > 0 && (
        <p class="small">{files.slice(0, 6).map((file) => file.name).join(", ")}{files.length > 6 && ` and ${count(files.length - 6)} more`} <button type="button" class="button bare" onClick={() => onFiles([])}>none</button></p>
      )}
    </div>
  );
}

function JobRow({ job }: { job: Job }) {
  const found = [...new Set([...job.new_incidents, ...job.changed_incidents])];
  return (
    <li>
      <p><b dir="auto">{job.given.slice(0, 3).join(", ")}{job.given.length > 3 && ` and ${count(job.given.length - 3)} more`}</b> <span class="faint small">{momentWord(job.made)}</span></p>
      {!over(job) && <div class="progress" role="progressbar" aria-label={job.state === "waiting" ? "waiting" : "reading, coding, linking"}><i /></div>}
      <p class="small soft">
        {job.state === "waiting" ? "Waits for its turn." : job.state === "running" ? `Reading, coding, linking: ${many(job.reports.length, "report")} so far.` : (
          <>
            {many(job.new_reports, "new report")}{job.known_reports > 0 && `, ${count(job.known_reports)} known already`}; {many(job.new_claims, "claim")};{" "}
            {found.length > 0 ? <a href={to("/incidents", { select: found.slice(0, 60) })}>{many(job.new_incidents.length, "new incident")}, {count(job.changed_incidents.length)} changed</a> : "no incident"}.
          </>
        )}
      </p>
      {job.reports.length > 0 && <ul class="small">{job.reports.slice(0, 8).map((one) => <li key={one.report_id}><a href={to(`/reports/${one.report_id}`)}><bdi>{one.title ?? one.report_id}</bdi></a></li>)}</ul>}
      {job.failures.map((one) => <p key={one} class="error-line small" dir="auto">{one}</p>)}
    </li>
  );
}
