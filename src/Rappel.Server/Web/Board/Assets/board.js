"use strict";

// The live board: asks for the published state every few seconds and changes only what differs, so that focus and reading stay put.
const PERIOD = 3000;
const PAGE = 200;
const ASKABLE = ["available", "on-break", "working-offline", "logged-out"];
const TONE = { "held-by-hand": "warn", "held-on-the-line": "warn", "held-no-queue": "bad", "held-fault": "bad", available: "good", busy: "warn", offered: "warn", "wrap-up": "warn", connected: "good", dialling: "warn", offering: "warn" };
const texts = JSON.parse(document.body.dataset.texts).js;
const language = document.documentElement.lang;
const find = id => document.getElementById(id);
const say = (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const word = key => texts.words[key] ?? key;
let timer = 0;
let telling = 0;

async function ask(path, method = "GET", body = undefined) {
  const headers = { "X-Rappel-Request": "1" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const json = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
  return { status: answer.status, ok: answer.ok, body: json };
}

// ---- words ----

function length(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 1) return say("under");
  if (seconds < 60) return say("second", { n: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return say("minute", { n: minutes });
  const hours = Math.floor(minutes / 60);
  const rest = (whole, unit, n, part) => say(whole, { n }) + (part ? " " + say(unit, { n: part }) : "");
  return hours < 24 ? rest("hour", "minute", hours, minutes % 60) : rest("day", "hour", Math.floor(hours / 24), hours % 24);
}

const since = (at, now) => at ? length(now - Date.parse(at)) : "";
const until = (at, now) => at ? length(Date.parse(at) - now) : "";

// "14:00 – 15:30" today, with the day where it is another one; by the clock of whoever looks.
function hours(window, now) {
  const [from, to] = [new Date(window.from), new Date(window.until)];
  const clock = { hour: "numeric", minute: "2-digit" };
  const day = { weekday: "short", day: "numeric", month: "short" };
  const today = from.toDateString() === new Date(now).toDateString();
  const until = from.toDateString() === to.toDateString() ? clock : { ...day, ...clock };
  return `${from.toLocaleString(language, today ? clock : { ...day, ...clock })} – ${to.toLocaleString(language, until)}`;
}

function phone(number) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number ?? "");
  return parts ? `+1 ${parts[1]} ${parts[2]}-${parts[3]}` : number ?? "";
}

// ---- rows that are kept from one refresh to the next ----

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function table(id, build, update) {
  const body = find(id).tBodies[0];
  const labels = [...find(id).tHead.rows[0].cells].map(cell => cell.textContent);
  const rows = new Map();
  return (items, key, now) => {
    const wanted = new Set(items.map(key));
    for (const [k, row] of rows) if (!wanted.has(k)) { row.remove(); rows.delete(k); }
    items.forEach((item, index) => {
      let row = rows.get(key(item));
      if (!row) {
        row = element("tr");
        labels.forEach(label => { row.append(element("td")); row.lastChild.dataset.label = label; });
        row.item = item;
        build(row);
        rows.set(key(item), row);
      }
      row.item = item;
      if (body.rows[index] !== row) body.insertBefore(row, body.rows[index] ?? null);
      update(row, item, now);
    });
    find(id).hidden = items.length === 0;
    find(id).parentElement.querySelector(".empty").hidden = items.length !== 0;
  };
}

function cell(row, index, main, small = "") {
  const td = row.cells[index];
  const wanted = main + "\n" + small;
  if (td.dataset.shown === wanted) return;
  td.dataset.shown = wanted;
  td.classList.toggle("blank", main === "" && small === "");
  const box = element("span", "", main);
  if (small) box.append(element("small", "", small));
  td.replaceChildren(box);
}

function badge(row, index, status, small = "") {
  const td = row.cells[index];
  if (td.dataset.shown === status + small) return;
  td.dataset.shown = status + small;
  const box = element("span");
  box.append(element("span", "badge " + (TONE[status] ?? ""), word(status)));
  if (small) box.append(element("small", "", small));
  td.replaceChildren(box);
}

const figures = (row, ...indexes) => indexes.forEach(i => row.cells[i].classList.add("figure"));

const queueNames = new Map();
const agentNames = new Map();

const showQueues = table("queues", row => figures(row, 2, 3, 4, 5, 6, 7), (row, q, now) => {
  const callbacks = q.kind === "outbound";
  queueNames.set(q.queue, q.name);
  cell(row, 0, q.name, q.open ? "" : say("closed"));
  cell(row, 1, word(q.kind));
  cell(row, 2, String(q.waiting));
  cell(row, 3, callbacks ? String(q.delayed) : "");
  cell(row, 4, String(q.inFlight));
  cell(row, 5, since(q.oldestPlace, now));
  cell(row, 6, q.expectedWaitSeconds === null ? "" : length(q.expectedWaitSeconds * 1000));
  cell(row, 7, `${q.agentsAvailable} / ${q.agentsLoggedIn}`);
});

const showAgents = table("agents", row => {
  const choices = element("div", "choices");
  choices.setAttribute("role", "group");
  for (const status of ASKABLE) {
    const button = element("button", "", texts.buttons[status]);
    button.type = "button";
    button.dataset.status = status;
    button.addEventListener("click", () => setStatus(row.item, status));
    choices.append(button);
  }
  row.cells[3].classList.add("actions");
  row.cells[3].append(choices);
}, (row, a, now) => {
  agentNames.set(a.agent, a.name);
  cell(row, 0, a.name, a.agent + (a.registered ? "" : " · " + say("noPhone")));
  badge(row, 1, a.status, since(a.since, now));
  cell(row, 2, a.number ? phone(a.number) : a.work ?? "", a.number ? a.work ?? "" : "");
  for (const button of row.cells[3].querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.status === a.status));
    button.setAttribute("aria-label", say("setTo", { name: a.name, status: word(button.dataset.status) }));
  }
});

const showCallbacks = table("callbacks", row => {
  figures(row, 4, 5, 6);
  const button = element("button", "", document.querySelector("#callbacks").dataset.cancel ?? "");
  button.type = "button";
  button.addEventListener("click", () => openCancel(row.item));
  row.cells[7].classList.add("actions");
  row.cells[7].append(button);
}, (row, c, now) => {
  const last = !["waiting", "delayed"].includes(c.status) ? "" : c.lastOutcome === "busy" ? word("line-busy") : c.lastOutcome ? word(c.lastOutcome) : "";
  const later = c.window && Date.parse(c.window.from) > now;
  const due = c.dueAt && c.status === "delayed" && !later ? say("retryIn", { time: until(c.dueAt, now) }) : "";
  const wanted = c.window ? say("wanted", { time: hours(c.window, now) }) : "";
  const assigned = c.assignedAgent ? say("assigned", { name: agentNames.get(c.assignedAgent) ?? c.assignedAgent }) : "";
  row.cells[0].classList.add("number");
  cell(row, 0, phone(c.number), c.id);
  cell(row, 1, c.name ?? "");
  cell(row, 2, queueNames.get(c.queue) ?? c.queue);
  // What keeps it from being dialled says more than that it waits.
  const shown = c.heldBecause && ["waiting", "delayed"].includes(c.status) ? "held-" + c.heldBecause : later && c.status === "delayed" ? "later" : c.status;
  badge(row, 3, shown, [last, due, wanted, assigned].filter(Boolean).join(" · "));
  cell(row, 4, `${c.attemptsUsed} / ${c.attempts}`);
  cell(row, 5, later ? "" : since(c.place, now));
  cell(row, 6, until(c.expiresAt, now));
  row.cells[7].firstChild.setAttribute("aria-label", say("cancelFor", { number: phone(c.number) }));
  row.cells[7].firstChild.disabled = c.status === "connected";
});

// ---- what a person does ----

function tell(text) {
  clearTimeout(telling);
  telling = setTimeout(() => { find("told").hidden = true; }, 8000);
  setText(find("told"), text);
  find("told").hidden = text === "";
}

const explain = answer => say("failed", { detail: answer.body?.errors?.[0]?.detail ?? answer.body?.detail ?? answer.body?.title ?? answer.status });

async function act(path, method, body, done) {
  try {
    const answer = await ask(path, method, body);
    tell(answer.ok ? done : explain(answer));
  } catch {
    tell(say("lost"));
  }
  refresh();
}

const setStatus = (agent, status) =>
  act(`/api/v1/agents/${encodeURIComponent(agent.agent)}/status`, "PUT", { status }, say("statusSet", { name: agent.name, status: word(status) }));

function openCancel(callback) {
  find("cancel").callback = callback;
  setText(find("cancel-number"), [phone(callback.number), callback.name].filter(Boolean).join(" · "));
  find("reason").value = "";
  find("cancel").showModal();
}

find("keep").addEventListener("click", () => find("cancel").close());
find("cancel").querySelector("form").addEventListener("submit", () => {
  const callback = find("cancel").callback;
  act(`/api/v1/callbacks/${callback.id}/cancel`, "POST", { reason: find("reason").value }, say("cancelled", { number: phone(callback.number) }));
});

// ---- session ----

function show(signedIn) {
  find("sign-in").hidden = signedIn;
  find("board").hidden = !signedIn;
  find("sign-out").hidden = !signedIn;
  if (!signedIn) {
    clearTimeout(timer);
    setText(find("state"), "");
    setText(find("centre"), "");
    tell("");
    find("password").focus();
  }
}

find("sign-in").querySelector("form").addEventListener("submit", async event => {
  event.preventDefault();
  setText(find("sign-in-problem"), "");
  try {
    const answer = await ask("/api/v1/session", "POST", { name: find("name").value, password: find("password").value });
    if (answer.ok) {
      find("password").value = "";
      show(true);
      refresh();
    } else {
      setText(find("sign-in-problem"), answer.status === 401 ? say("wrongPassword") : answer.status === 429 ? say("throttled") : explain(answer));
      find("password").select();
    }
  } catch {
    setText(find("sign-in-problem"), say("lost"));
  }
});

find("sign-out").addEventListener("click", async () => {
  await ask("/api/v1/session", "DELETE");
  show(false);
});

// ---- refreshing ----

async function refresh() {
  clearTimeout(timer);
  try {
    const answers = await Promise.all(
      ["status", "queues", "agents", `callbacks?status=open&limit=${PAGE}`].map(path => ask("/api/v1/" + path)));
    if (answers.some(a => a.status === 401)) return show(false);
    const [status, queues, agents, callbacks] = answers.map(a => a.ok ? a.body : null);
    const now = Date.parse(status?.at ?? "") || Date.now();
    if (status) showState(status);
    if (queues) showQueues(queues.items, q => q.queue, now);
    if (agents) showAgents(agents.items, a => a.agent, now);
    if (callbacks) {
      showCallbacks(callbacks.items.sort((a, b) => Date.parse(a.linePlace) - Date.parse(b.linePlace)), c => c.id, now);
      setText(find("callback-count"), callbacks.items.length ? `(${callbacks.items.length}${callbacks.next ? "+" : ""})` : "");
      find("too-many").hidden = !callbacks.next;
      setText(find("too-many"), callbacks.next ? say("tooMany", { n: PAGE }) : "");
    }
    const failed = answers.find(a => !a.ok);
    setText(find("banner"), failed ? explain(failed) : "");
    find("banner").hidden = !failed;
  } catch {
    setText(find("banner"), say("lost"));
    find("banner").hidden = false;
  }
  if (!document.hidden && !find("board").hidden) timer = setTimeout(refresh, PERIOD);
}

function showState(status) {
  setText(find("centre"), status.name);
  const time = new Date(status.at).toLocaleTimeString(language);
  const calls = say(status.calls === 1 || (status.calls === 0 && language === "fr") ? "call" : "calls", { n: status.calls });
  const parts = [calls, say("updated", { time })];
  if (status.draining) parts.unshift(say("draining"));
  if (!status.ready) parts.unshift(say("notReady"));
  setText(find("state"), parts.join(" · "));
}

document.addEventListener("visibilitychange", () => { if (!document.hidden && !find("board").hidden) refresh(); });

const signedIn = document.body.dataset.signedIn === "true";
show(signedIn);
if (signedIn) refresh();
