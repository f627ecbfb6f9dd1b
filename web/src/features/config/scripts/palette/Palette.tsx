import { Modal, Text, TextInput } from "@mantine/core";
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { IconSearch } from "../icons";
import { kindsInOrder } from "../model/families";
import { plain } from "../model/find";
import { titleOf } from "../model/summary";
import { KindIcon } from "../tree/KindIcon";
import { useWording } from "../words";
import classes from "./palette.module.css";

interface Props {
  readonly opened: boolean;
  readonly kinds: readonly string[];
  readonly onChoose: (kind: string) => void;
  readonly onClose: () => void;
}

/** The kinds of object by family, to be searched and chosen by keys or pointer. */
export function Palette(props: Props) {
  const { t } = useWording();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t("palette.title")} size="lg" closeButtonProps={{ "aria-label": t("palette.close") }}>
      <Choices {...props} />
    </Modal>
  );
}

function Choices({ kinds, onChoose }: Props) {
  const wording = useWording();
  const { t } = wording;
  const id = useId();
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  const groups = useMemo(() => {
    const words = plain(search).split(/\s+/);
    const fits = (type: string): boolean => {
      const text = plain(`${titleOf(type, wording)} ${type} ${wording.t(`objects.${type}.about`, { defaultValue: "" })}`);
      return words.every((word) => text.includes(word));
    };
    return kindsInOrder(kinds).map((group) => ({ ...group, types: group.types.filter(fits) })).filter((group) => group.types.length > 0);
  }, [kinds, search, wording]);
  const all = groups.flatMap((group) => group.types);
  const current = all[Math.min(at, all.length - 1)];

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((Math.min(at, all.length - 1) + step + all.length) % Math.max(all.length, 1));
    } else if (event.key === "Enter" && current !== undefined) {
      event.preventDefault();
      onChoose(current);
    }
  };
  return (
    <>
      <TextInput
        data-autofocus aria-label={t("palette.search")} placeholder={t("palette.search")} leftSection={<IconSearch size={16} />} value={search} mb="sm"
        role="combobox" aria-expanded aria-controls={id} {...(current === undefined ? {} : { "aria-activedescendant": `${id}-${current}` })}
        onChange={(event) => { setSearch(event.currentTarget.value); setAt(0); }} onKeyDown={onKeyDown}
      />
      <div role="listbox" id={id} aria-label={t("palette.title")} className={classes.list}>
        {groups.map(({ family, types }) => (
          <div key={family} role="group" aria-label={t(`families.${family}`)}>
            <div className={classes.family} aria-hidden>{t(`families.${family}`)}</div>
            <div className={classes.kinds} role="none">
              {types.map((type) => (
                // The keys are the search's, which has the focus.
                // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={type} id={`${id}-${type}`} role="option" tabIndex={-1} aria-selected={type === current} className={classes.kind}
                  ref={(element) => { if (type === current && at > 0) { element?.scrollIntoView({ block: "nearest" }); } }}
                  onClick={() => { onChoose(type); }}
                >
                  <KindIcon type={type} size={28} />
                  <span><span className={classes.title}>{titleOf(type, wording)}</span><span className={classes.about}>{t(`objects.${type}.about`, { defaultValue: "" })}</span></span>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      {all.length === 0 && <Text c="dimmed" py="md" ta="center">{t("palette.nothing")}</Text>}
    </>
  );
}
