import { Grid } from "@mantine/core";
import { useState } from "react";
import type { IsoDate } from "./calendar";
import { ExceptionDialog } from "./ExceptionDialog";
import { ExceptionList } from "./ExceptionList";
import { MonthTable } from "./MonthTable";
import { withExceptions, type ScheduleValue } from "./schedule";

interface Props {
  value: ScheduleValue;
  /** Today on the schedule's clocks. */
  today: IsoDate;
  /** Where the schedule stands in the document. */
  pointer: string;
  onChange: (value: ScheduleValue) => void;
}

/** Dates that are not like the others: a month to click in, and all of them in a list. */
export function Exceptions({ value, today, pointer, onChange }: Props) {
  const [open, setOpen] = useState<IsoDate | null>(null);
  const exceptions = value.exceptions ?? {};
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <MonthTable exceptions={exceptions} today={today} onOpen={setOpen} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <ExceptionList
          exceptions={exceptions} today={today} pointer={`${pointer}/exceptions`} onOpen={setOpen}
          onRemove={(date) => { onChange(withExceptions(value, [date], null)); }}
        />
      </Grid.Col>
      {open && (
        <ExceptionDialog
          date={open} hours={exceptions[open]} onClose={() => { setOpen(null); }}
          onApply={(dates, hours) => { onChange(withExceptions(value, dates, hours)); setOpen(null); }}
        />
      )}
    </Grid>
  );
}
