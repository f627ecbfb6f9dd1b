import { Anchor, Group, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Interaction, InteractionDetail } from "../../api/interactions";
import { momentInWords } from "../../ui/words";
import { useOutcome } from "./useOutcome";

/** The call it came from, and what came of it. */
export function InteractionRelatives({ detail }: { detail: InteractionDetail }) {
  const { t } = useTranslation("interactions");
  const { t: board } = useTranslation("board");
  const outcome = useOutcome();
  const link = (one: Interaction) => (
    <Anchor key={one.id} component={Link} to={`/interactions/${one.id}`}>
      {board(`interactionKinds.${one.kind}`)}, {momentInWords(one.startedAt)}{one.outcome && ` (${outcome(one.outcome)})`}
    </Anchor>
  );
  const part = (title: string, list: Interaction[]) => list.length > 0 && (
    <section key={title} aria-label={title}><Title order={2} mb="xs">{title}</Title><Group gap="md">{list.map(link)}</Group></section>
  );
  return <>{part(t("cameFrom"), detail.parentInteraction ? [detail.parentInteraction] : [])}{part(t("cameOfIt"), detail.children)}</>;
}
