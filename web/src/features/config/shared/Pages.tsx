import { Pagination } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  count: number;
  current: number;
  onChange: (page: number) => void;
}

/** The pages of a list that is all here; nothing where there is but one. */
export function Pages({ count, current, onChange }: Props) {
  const { t } = useTranslation("fields");
  if (count < 2) return null;
  return <Pagination size="sm" total={count} value={current} onChange={onChange} getControlProps={(control) => ({ "aria-label": t(`list.${control}`) })} />;
}
