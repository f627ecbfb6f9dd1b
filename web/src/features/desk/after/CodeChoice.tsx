import { Chip, Group, Input } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAgentCodes, type WrapUp } from "../../../api/work";
import { useDesk } from "../DeskContext";

/** What a call was about: some of the queue's codes. Kept at once. */
export function CodeChoice({ codes }: { codes: WrapUp["codes"] }) {
  const { t } = useTranslation("desk");
  const { agent, deeds } = useDesk();
  const { data } = useAgentCodes(agent);
  const list = data?.lists.find(({ list: key }) => key === codes.list);
  if (!list) return null;
  const full = codes.chosen.length >= codes.most;
  return (
    <Input.Wrapper mt="md" label={list.name} description={t("wrapUp.most", { count: codes.most })} required={codes.mandatory} labelElement="div">
      <Chip.Group multiple value={codes.chosen} onChange={chosen => { deeds.changeWrapUp({ codes: chosen }); }}>
        <Group gap={6} mt={6} role="group" aria-label={list.name}>
          {list.codes.map(({ code, name }) => <Chip key={code} value={code} radius="md" disabled={full && !codes.chosen.includes(code)}>{name}</Chip>)}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
