// Answering one referral by a signed link. The link is read once from behind the #, taken out of the
// address at once, and kept in memory alone: no cookie, no storage, no address that a log could hold.
"use strict";

const SAY = {
  pl: {
    other: "English", skip: "Przejdź do treści", title: "Odpowiedź na skierowanie", about: "Skierowanie",
    what: "Co można teraz zrobić",
    privacy: "Dla ochrony osoby kierowanej nie ma tu jej imienia ani nazwiska. Powie je nadawca, podając numer skierowania, albo osoba przyjdzie z wydrukiem z tym numerem.",
    footer: "Odnośnik otwiera tylko to jedno skierowanie. Proszę nie przekazywać go dalej.",
    wait: "Proszę czekać…", away: "Nie udało się połączyć. Proszę sprawdzić internet i spróbować jeszcze raz; nic nie zostanie wysłane dwa razy.",
    none: "Ten odnośnik jest niepełny. Proszę otworzyć cały odnośnik jeszcze raz albo poprosić nadawcę o nowy.",
    over: "Ten odnośnik jest nieważny albo już wygasł. Jeżeli odpowiedź została właśnie wysłana, dotarła. W innym wypadku proszę poprosić instytucję, która go dała, o nowy.",
    stale: "Skierowanie zmieniło się w międzyczasie. Poniżej jest stan obecny; proszę spróbować jeszcze raz.",
    fault: "Proszę poprawić zaznaczone pola.", needed: "To pole jest wymagane.", optional: "nieobowiązkowe",
    choose: "– proszę wybrać –", nothing: "Teraz czekamy na nadawcę. Nic nie trzeba robić.",
    number: "Numer", from: "Od kogo", to: "Do kogo", purpose: "Czego dotyczy", urgency: "Pilność", state: "Stan",
    sent_on: "Wysłano", answer_due_on: "Odpowiedź do", question: "Pytanie do nadawcy", supplied: "Odpowiedź nadawcy",
    visit: "Wizyta", planned_end_on: "Planowany koniec", withheld: "Treść zasłonięto: podstawa dostępu ustała.",
    urgencies: { normal: "zwykła", urgent: "pilne" },
    states: { sent: "czeka na odbiór", received: "odebrane", returned: "zwrócone z pytaniem", waiting: "na liście oczekujących",
      accepted: "przyjęte", in_progress: "w toku", on_hold: "wstrzymane", cancel_requested: "nadawca prosi o zwrot",
      completed: "zakończone", declined: "nieprzyjęte", failed: "przerwane", cancelled: "zwrócone nadawcy" },
    appointments: { scheduled: "umówiona", no_show: "osoba nie przyszła", cancelled: "odwołana", took_place: "odbyła się" },
    steps: {
      receive: ["Potwierdź odbiór", "Potwierdź", "Nadawca wie, że skierowanie dotarło. Prosimy o odpowiedź do podanego dnia."],
      return: ["Zapytaj nadawcę, zanim odpowiesz", "Wyślij pytanie", "Pytanie wysłano. Gdy nadawca odpowie, będzie można odpowiedzieć na skierowanie tym samym odnośnikiem."],
      accept: ["Przyjmij i wyznacz wizytę", "Przyjmij", "Skierowanie przyjęto. Nadawca przekaże osobie dzień i miejsce wizyty. Po niej prosimy wrócić tu i napisać, co z niej wynikło."],
      decline: ["Nie przyjmuj", "Wyślij odmowę", "Odmowę i jej przyczynę wysłano. Nadawca poszuka innej pomocy."],
      start: ["Zacznij pomoc", "Zacznij", "Zapisano rozpoczęcie. Nadawca to widzi."],
      schedule: ["Wyznacz wizytę albo zmień jej termin", "Zapisz wizytę", "Wizytę zapisano. Nadawca przekaże jej dzień osobie."],
      miss: ["Osoba nie przyszła", "Zapisz niestawienie się", "Zapisano. Nadawca sprawdzi, co się stało; można wyznaczyć nową wizytę."],
      "cancel-appointment": ["Odwołaj wizytę", "Odwołaj", "Wizytę odwołano. Można wyznaczyć nową."],
      note: ["Napisz, jak idzie", "Wyślij notatkę", "Notatkę wysłano nadawcy."],
      complete: ["Zakończ i podaj wynik", "Zakończ", "Wynik wysłano nadawcy. To koniec tego skierowania."],
      fail: ["Przerwij i podaj przyczynę", "Przerwij", "Przerwanie i jego przyczynę wysłano nadawcy. To koniec tego skierowania."],
      "confirm-cancellation": ["Oddaj skierowanie nadawcy", "Oddaj", "Skierowanie oddano nadawcy."],
    },
    thanks: "Dziękujemy.", closed: "Odnośnik przestał działać; można zamknąć tę stronę.",
    fields: { first_visit_on: "Dzień wizyty", visit_on: "Dzień wizyty", first_visit_at: "Godzina", visit_at: "Godzina", place: "Miejsce",
      planned_end_on: "Planowany koniec pomocy", reason: "Przyczyna", outcome: "Wynik", note: "Notatka dla nadawcy", question: "Pytanie", delivered: "Co osoba otrzymała" },
    hints: { delivered: "każda rzecz w osobnym wierszu", note: "bez nazwisk i bez danych o zdrowiu, jeśli nie są konieczne" },
    codes: {
      no_places: "brak miejsc", not_competent: "niewłaściwa instytucja", not_entitled: "brak uprawnień", client_refused: "osoba odmówiła",
      no_contact: "brak kontaktu", duplicates_support: "powiela inną pomoc", other: "inna",
      employment: "zatrudnienie", training: "staż albo szkolenie", goal_reached: "cel osiągnięty", goal_partly_reached: "cel osiągnięty częściowo",
      goal_not_reached: "cel nieosiągnięty", passed_on: "przekazano dalej", client_resigned: "osoba zrezygnowała",
      moved_away: "osoba wyprowadziła się", no_longer_entitled: "utrata uprawnień", health: "stan zdrowia", service_ended: "usługa się skończyła",
    },
  },
  en: {
    other: "Polski", skip: "Skip to content", title: "Answer a referral", about: "Referral", what: "What you can do now",
    privacy: "To protect the person referred, her name is not here. The sender will tell it if you give the number of the referral, or she will bring a slip with this number.",
    footer: "This link opens this one referral only. Please do not pass it on.",
    wait: "Please wait…", away: "No connection. Please check your internet and try again; nothing will be sent twice.",
    none: "This link is not complete. Please open the whole link again, or ask the sender for a new one.",
    over: "This link is not valid, or not any more. If you have just answered, your answer arrived. Otherwise please ask the institution that gave it to you for a new one.",
    stale: "The referral has changed meanwhile. Below is how it stands now; please try again.",
    fault: "Please correct the marked fields.", needed: "This field is required.", optional: "optional",
    choose: "– please choose –", nothing: "We are waiting for the sender. There is nothing you have to do.",
    number: "Number", from: "From", to: "To", purpose: "What for", urgency: "Urgency", state: "State",
    sent_on: "Sent", answer_due_on: "Answer by", question: "Question to the sender", supplied: "The sender's answer",
    visit: "Visit", planned_end_on: "Planned end", withheld: "Withheld: what your right to see rested on has ended.",
    urgencies: { normal: "normal", urgent: "urgent" },
    states: { sent: "not opened yet", received: "received", returned: "returned with a question", waiting: "on the waiting list",
      accepted: "accepted", in_progress: "in progress", on_hold: "on hold", cancel_requested: "the sender asks for it back",
      completed: "completed", declined: "declined", failed: "broken off", cancelled: "given back" },
    appointments: { scheduled: "arranged", no_show: "the person did not come", cancelled: "called off", took_place: "took place" },
    steps: {
      receive: ["Confirm that it arrived", "Confirm", "The sender knows that it arrived. Please answer by the day shown."],
      return: ["Ask the sender before you answer", "Send the question", "Your question was sent. Once the sender answers, you can answer the referral by the same link."],
      accept: ["Accept and set a visit", "Accept", "The referral is accepted. The sender will tell the person when and where. Please come back afterwards and say what came of it."],
      decline: ["Decline", "Send the refusal", "Your refusal and its reason were sent. The sender will look for other help."],
      start: ["Begin", "Begin", "Noted that it began. The sender can see it."],
      schedule: ["Set a visit, or change it", "Save the visit", "The visit is saved. The sender will tell the person."],
      miss: ["The person did not come", "Note it", "Noted. The sender will find out what happened; you can set another visit."],
      "cancel-appointment": ["Call the visit off", "Call it off", "The visit is called off. You can set another one."],
      note: ["Say how it goes", "Send the note", "Your note was sent to the sender."],
      complete: ["Finish and say what came of it", "Finish", "The outcome was sent. This referral is finished."],
      fail: ["Break off and say why", "Break off", "It was sent with its reason. This referral is finished."],
      "confirm-cancellation": ["Give the referral back", "Give it back", "The referral was given back to the sender."],
    },
    thanks: "Thank you.", closed: "The link no longer works; you can close this page.",
    fields: { first_visit_on: "Day of the visit", visit_on: "Day of the visit", first_visit_at: "Time", visit_at: "Time", place: "Place",
      planned_end_on: "Planned end of the help", reason: "Reason", outcome: "Outcome", note: "Note to the sender", question: "Question", delivered: "What the person was given" },
    hints: { delivered: "one thing on each line", note: "no names, and nothing of health unless it is needed" },
    codes: {
      no_places: "no places", not_competent: "not the right institution", not_entitled: "not entitled", client_refused: "the person refused",
      no_contact: "no contact", duplicates_support: "duplicates other support", other: "other",
      employment: "employment", training: "training", goal_reached: "goal reached", goal_partly_reached: "goal partly reached",
      goal_not_reached: "goal not reached", passed_on: "passed on", client_resigned: "the person resigned",
      moved_away: "moved away", no_longer_entitled: "no longer entitled", health: "health", service_ended: "the service ended",
    },
  },
};
const DECLINE = ["no_places", "not_competent", "not_entitled", "client_refused", "no_contact", "duplicates_support", "other"];
const OUTCOMES = ["employment", "training", "goal_reached", "goal_partly_reached", "goal_not_reached", "passed_on", "client_resigned"];
const FAIL = ["client_resigned", "no_contact", "moved_away", "no_longer_entitled", "health", "service_ended", "other"];
// What each step asks for: name, sort, whether it is needed, the codes of a list.
const FORMS = {
  accept: [["first_visit_on", "date", true], ["first_visit_at", "time"], ["place", "text"], ["planned_end_on", "date"]],
  schedule: [["visit_on", "date", true], ["visit_at", "time"], ["place", "text"], ["planned_end_on", "date"]],
  decline: [["reason", "select", true, DECLINE], ["note", "textarea"]],
  return: [["question", "textarea", true]],
  note: [["note", "textarea", true]],
  complete: [["outcome", "select", true, OUTCOMES], ["note", "textarea", true], ["delivered", "lines"]],
  fail: [["reason", "select", true, FAIL], ["note", "textarea"]],
};
// What is likeliest comes first.
const ORDER = ["receive", "accept", "start", "complete", "schedule", "note", "miss", "cancel-appointment", "confirm-cancellation", "return", "fail", "decline"];
const UNANSWERED = new Set(["sent", "received", "returned", "waiting"]);
const ENDED = new Set(["completed", "declined", "failed", "cancelled"]);

let language = "pl";
let token = "";
let address = "";
let sheet = null;
let screen = null; // what the news box says, to say it again in the other language
const keys = new Map(); // one key for each thing sent, so that a repeat has its effect once

const by = (id) => document.getElementById(id);
const say = (name) => SAY[language][name];

function made(tag, props = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false || value === null) continue;
    if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside);
  return element;
}

function takeLink() {
  const shown = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  const claims = shown.split(".")[1];
  try {
    const base64 = claims.replace(/-/g, "+").replace(/_/g, "/");
    const only = JSON.parse(atob(base64)).only;
    if (!/^[0-9a-f-]{36}$/.test(only)) return false;
    token = shown;
    address = `/v1/referrals/${only}`;
    return true;
  } catch {
    return false;
  }
}

async function ask(path, body, key) {
  const headers = { Authorization: `Pass ${token}`, "Accept-Language": language };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    headers["Idempotency-Key"] = key;
    headers["If-Match"] = `"v${sheet.version}"`;
  }
  const answer = await fetch(address + path, {
    method: body === undefined ? "GET" : "POST", headers, cache: "no-store", credentials: "omit",
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const told = (answer.headers.get("content-type") || "").includes("json") ? await answer.json() : {};
  return { status: answer.status, told };
}

function news(write) { screen = write; by("news").replaceChildren(...(write ? write() : []).map((text) => made("p", {}, text))); }
function trouble(...texts) { by("trouble").replaceChildren(...texts.map((text) => made("p", {}, text))); }

function day(iso) {
  return iso && new Date(`${iso}T12:00:00`).toLocaleDateString(language, { weekday: "long", year: "numeric", month: "long", day: "numeric" });
}

function visit() {
  if (!sheet.first_visit_on) return null;
  const when = [day(sheet.first_visit_on), sheet.first_visit_at, sheet.place].filter(Boolean).join(", ");
  return sheet.appointment ? `${when} (${say("appointments")[sheet.appointment]})` : when;
}

function showFacts() {
  const facts = [
    ["number", sheet.number], ["from", sheet.from.name], ["to", sheet.to && sheet.to.name],
    ["purpose", sheet.purpose === null ? say("withheld") : sheet.purpose],
    ["urgency", say("urgencies")[sheet.urgency] || sheet.urgency], ["state", say("states")[sheet.state] || sheet.state],
    ["sent_on", day(sheet.sent_on)], ["answer_due_on", UNANSWERED.has(sheet.state) && day(sheet.answer_due_on)],
    ["question", sheet.question], ["supplied", sheet.supplied], ["visit", visit()], ["planned_end_on", day(sheet.planned_end_on)],
  ];
  const shown = facts.filter(([, value]) => value).flatMap(([name, value]) => [made("dt", {}, say(name)), made("dd", {}, value)]);
  by("facts").replaceChildren(...shown);
}

function field(verb, [name, sort, needed, codes]) {
  const id = `${verb}-${name}`;
  const props = { id, name, required: needed === true, "aria-describedby": `${id}-fault` };
  let input;
  if (sort === "select") {
    const choices = codes.map((code) => made("option", { value: code }, say("codes")[code]));
    input = made("select", props, made("option", { value: "" }, say("choose")), ...choices);
  } else if (sort === "textarea" || sort === "lines") input = made("textarea", { ...props, maxlength: "4000" });
  else input = made("input", { ...props, type: sort, maxlength: sort === "text" ? "200" : undefined });
  if (sort === "date") input.min = new Date().toLocaleDateString("sv", { timeZone: "Europe/Warsaw" });
  const hint = [needed ? "" : say("optional"), say("hints")[name] || ""].filter(Boolean).join("; ");
  const label = made("label", { for: id }, say("fields")[name]);
  if (hint) label.append(made("span", { class: "hint" }, hint));
  return made("p", {}, label, input, made("span", { class: "fault", id: `${id}-fault` }));
}

function choice(verb) {
  const [title, send] = say("steps")[verb];
  const form = made("form", { id: `form-${verb}`, hidden: true, noValidate: true, "aria-label": title });
  form.append(...(FORMS[verb] || []).map((one) => field(verb, one)), made("button", { type: "submit" }, send));
  form.addEventListener("submit", (event) => { event.preventDefault(); answer(verb, form); });
  const opener = made("button", { type: "button", "aria-expanded": "false", "aria-controls": form.id }, title);
  opener.addEventListener("click", () => {
    unfold(form, form.hidden);
    if (!form.hidden) form.querySelector("input, select, textarea, button").focus();
  });
  return made("div", { class: "choice" }, opener, form);
}

function unfold(form, open) {
  form.hidden = !open;
  form.parentElement.querySelector("[aria-expanded]").setAttribute("aria-expanded", String(open));
}

function showSteps() {
  const over = ENDED.has(sheet.state);
  // What was typed stays, in the other language and after somebody else's change.
  const typed = [...by("choices").querySelectorAll("input, select, textarea")].map((input) => [input.id, input.value]);
  const open = [...by("choices").querySelectorAll("form:not([hidden])")].map((form) => form.id);
  const choices = ORDER.filter((verb) => sheet.allowed.includes(verb)).map(choice);
  by("choices").replaceChildren(...(choices.length ? choices : [made("p", {}, say("nothing"))]));
  for (const [id, value] of typed) if (by(id)) by(id).value = value;
  for (const id of open) if (by(id)) unfold(by(id), true);
  by("steps").hidden = over;
}

function show() {
  document.documentElement.lang = language;
  document.title = `${say("title")} – Okienko`;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  by("language").textContent = say("other");
  by("language").lang = language === "pl" ? "en" : "pl";
  news(screen);
  by("referral").hidden = sheet === null;
  by("steps").hidden = sheet === null;
  if (sheet) { showFacts(); showSteps(); }
}

function written(form, verb) {
  const body = {};
  for (const [name, sort] of FORMS[verb] || []) {
    const value = form.elements[name].value.trim();
    if (value) body[name] = sort === "lines" ? value.split("\n").map((line) => line.trim()).filter(Boolean) : value;
  }
  return body;
}

function blame(input, words) {
  input.toggleAttribute("aria-invalid", false);
  if (words) input.setAttribute("aria-invalid", "true");
  by(`${input.id}-fault`).textContent = words;
}

function missing(form, verb, body) {
  const inputs = (FORMS[verb] || []).map(([name, , needed]) => [form.elements[name], needed && !(name in body)]);
  for (const [input, lacks] of inputs) blame(input, lacks ? say("needed") : "");
  return inputs.filter(([, lacks]) => lacks).map(([input]) => input);
}

function end() {
  sheet = null;
  token = "";
  show();
}

async function answer(verb, form) {
  const body = written(form, verb);
  const lacking = missing(form, verb, body);
  trouble();
  news(null);
  if (lacking.length) { trouble(say("fault")); lacking[0].focus(); return; }
  const what = verb + JSON.stringify(body) + sheet.version;
  if (!keys.has(what)) keys.set(what, Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join(""));
  const send = form.querySelector("[type=submit]");
  send.disabled = true;
  try {
    const { status, told } = await ask(`/${verb}`, body, keys.get(what));
    if (status === 200) await done(verb, told);
    else if (status === 401) { news(null); trouble(say("over")); end(); }
    else if (status === 412 || status === 409) { await look(); trouble(status === 412 ? say("stale") : told.title); by("title").focus(); }
    else refuse(verb, form, told);
  } catch {
    trouble(say("away"));
  } finally {
    send.disabled = false;
  }
}

function refuse(verb, form, told) {
  trouble(told.title || say("away"));
  for (const { pointer, detail } of told.errors || []) {
    const name = (pointer || "").split("/")[1] || "";
    const input = form.elements[name] || form.elements[name.replace("first_", "")];
    if (input) { blame(input, detail); input.focus(); }
  }
}

async function done(verb, referral) {
  const over = ENDED.has(referral.state);
  news(() => [say("thanks"), say("steps")[verb][2], ...(over ? [say("closed")] : [])]);
  by("choices").replaceChildren();
  if (over) end();
  else await look();
  by("title").focus();
}

async function look() {
  const { status, told } = await ask("/answer-sheet");
  if (status === 200) { sheet = told; show(); return; }
  news(null);
  trouble(status === 401 ? say("over") : told.title || say("away"));
  if (status === 401) end();
}

async function begin() {
  by("language").addEventListener("click", () => {
    language = language === "pl" ? "en" : "pl";
    trouble();
    show();
  });
  if (!takeLink()) { show(); trouble(say("none")); return; }
  news(() => [say("wait")]);
  show();
  try {
    await look();
    if (sheet) news(null);
  } catch {
    news(null);
    trouble(say("away"));
  }
}

// A link opened in a tab that shows this page already changes only what stands behind the #.
addEventListener("hashchange", () => { if (location.hash.length > 1) location.reload(); });
begin();
