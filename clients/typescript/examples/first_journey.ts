// A client's first day through the generated types: registered, seen, referred, answered.
// Says where by the environment, as clients/README.md tells. Everybody in it is invented.

import createClient from "openapi-fetch";

import type { components, paths } from "../okienko.js";

declare const process: { env: Record<string, string | undefined> };

type Problem = components["schemas"]["Problem"];

function env(name: string): string {
  const said = process.env[`OKIENKO_${name}`];
  if (!said) throw new Error(`OKIENKO_${name} is not set`);
  return said;
}

function caller(who: string) {
  return createClient<paths>({
    baseUrl: env("URL"),
    headers: { Authorization: `Bearer ${env(who)}` },
  });
}

const [ops, pup, stranger] = [caller("OPS"), caller("PUP"), caller("STRANGER")];

// What was asked for, or a sentence why not: every problem has its type.
function got<T>(answer: { data?: T; error?: Problem }): T {
  if (answer.error) throw new Error(`${answer.error.status} ${answer.error.type}: ${answer.error.title}`);
  if (answer.data === undefined) throw new Error("no data");
  return answer.data;
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

// What a front end does with what travels between services: look again in a moment.
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error("not in time");
}

const registration = await ops.POST("/v1/clients", {
  body: {
    name: { given: "Próbna", family: "Wymyślona" },
    birth_date: "1985-03-14",
    share_with: [
      { partnership: env("PARTNERSHIP"), basis: { kind: "consent", evidence: "form 12/2026" } },
    ],
  },
});
const client_id = got(registration).id;
const token = registration.response.headers.get("Sync-Token") ?? "";

const record = got(
  await pup.GET("/v1/records/{client_id}", {
    params: { path: { client_id }, header: { "sync-token": token } },
  }),
);
must("identity" in record.sections, "the partner sees who she is");

const refused = await stranger.GET("/v1/records/{client_id}", { params: { path: { client_id } } });
must(refused.error?.status === 404, "a stranger does not");

const plan_id = await eventually(async () => {
  const seen = got(await ops.GET("/v1/records/{client_id}", { params: { path: { client_id } } }));
  const plan = seen.sections["plan"] as components["schemas"]["PlanView"] | undefined;
  return plan?.id;
});
const plan = got(
  await ops.POST("/v1/plans/{plan_id}/goals", {
    params: { path: { plan_id } },
    body: { title: "Praca w pół roku" },
  }),
);

const sent = got(
  await ops.POST("/v1/referrals", {
    body: {
      client_id,
      to: { institution: env("PUP_ID") },
      purpose: "Pośrednictwo pracy",
      basis: { kind: "statutory_task", article: "art. 100 ust. 2 u.p.s." },
      goal_id: plan.goals[0]?.id ?? null,
    },
  }),
);
const path = { referral_id: sent.id };
const box = got(await pup.GET("/v1/referrals", { params: { query: { box: "in" } } }));
must(box.items.some((one) => one.id === sent.id), "it is in the box of whom it goes to");

const first_visit_on = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
const accept = { params: { path }, body: { first_visit_on } };
got(await pup.POST("/v1/referrals/{referral_id}/accept", accept));
const again = await pup.POST("/v1/referrals/{referral_id}/accept", accept);
must(again.error?.status === 409, "it is accepted once");

got(
  await pup.POST("/v1/referrals/{referral_id}/complete", {
    params: { path },
    body: { outcome: "employment", note: "Przyjęta do piekarni." },
  }),
);
const told = got(await ops.GET("/v1/referrals/{referral_id}", { params: { path } }));
must(told.state === "completed", "whoever sent it sees what came of it");

const status = await eventually(async () => {
  const seen = got(await ops.GET("/v1/plans/{plan_id}", { params: { path: { plan_id } } }));
  const action = seen.goals.flatMap((goal) => goal.actions).find((one) => one.referral_id === sent.id);
  return action?.status === "done" ? action.status : undefined;
});
must(status === "done", "her plan shows it");
console.log("Registered, seen, planned, referred, answered: all through the types.");
