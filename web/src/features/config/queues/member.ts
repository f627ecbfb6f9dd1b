/** A member of a queue as the configuration writes it. */
export type Member = {
  agent: string;
  /** 1 to 10, 10 best; 5 where it is not written. Text where it comes from the environment. */
  skill?: number | string;
  enabled?: boolean | string;
};

export const usualSkill = 5;

/** Members whose agent or name has the text in it, each with its place in the list. */
export function findMembers(members: readonly Member[], names: ReadonlyMap<string, string>, search: string): { member: Member; index: number }[] {
  const wanted = search.trim().toLocaleLowerCase();
  return members
    .map((member, index) => ({ member, index }))
    .filter(({ member }) => wanted === "" || `${member.agent} ${names.get(member.agent) ?? ""}`.toLocaleLowerCase().includes(wanted));
}

/** The list with agents added at its end; those who are in it already stay as they are. */
export function withAgents(members: readonly Member[], agents: readonly string[], skill: number): Member[] {
  const there = new Set(members.map((member) => member.agent));
  const added = agents.filter((agent) => !there.has(agent)).map((agent): Member => (skill === usualSkill ? { agent } : { agent, skill }));
  return [...members, ...added];
}
