import { Button, Group, Paper, Text, ThemeIcon, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useInteractions, useLiveAgents } from "../../api/live";
import { may } from "../../api/permissions";
import { useUser } from "../../api/session";
import { IconCompass } from "../../ui/icons";
import { nurseOf } from "./useJourney";

const KEY = "rappel.tour";

/** Offers the tour to who set the server up, until a call was taken or it was declined. */
export function TourInvite() {
  const mayTake = may(useUser(), "configuration:write");
  const [declined, setDeclined] = useState(() => localStorage.getItem(KEY) === "declined");
  const decline = () => {
    localStorage.setItem(KEY, "declined");
    setDeclined(true);
  };
  return mayTake && !declined && <Invitation onDecline={decline} />;
}

function Invitation({ onDecline }: { onDecline: () => void }) {
  const { t } = useTranslation("tour");
  const interactions = useInteractions();
  const agents = useLiveAgents();
  const fresh = interactions.data?.items.length === 0 && nurseOf(agents.data?.items) !== undefined;
  if (!fresh) return null;
  return (
    <Paper p={{ base: "md", sm: "lg" }} mb="md" component="section" aria-label={t("title")}>
      <Group wrap="nowrap" align="flex-start">
        <ThemeIcon size={44} radius="xl" variant="light" aria-hidden><IconCompass size={24} /></ThemeIcon>
        <div>
          <Title order={2} size="h3">{t("invite.title")}</Title>
          <Text c="dimmed" mt={2}>{t("invite.what")}</Text>
          <Group gap="sm" mt="sm">
            <Button component={Link} to="/tour">{t("invite.go")}</Button>
            <Button variant="subtle" onClick={onDecline}>{t("invite.decline")}</Button>
          </Group>
        </div>
      </Group>
    </Paper>
  );
}
