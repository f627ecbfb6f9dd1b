import { ActionIcon, Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconPlayerPause, IconPlayerPlay } from "../icons";
import { clockInWords } from "../words";
import classes from "./SoundPlayer.module.css";
import { useSound } from "./useSound";

const SECOND = 1_000;
const clock = (seconds: number) => clockInWords(seconds * SECOND);

interface Props {
  /** Path below `/api/v1`, served in pieces (`Range`). */
  path: string;
  /** How long it is: shown before anything is fetched, since fetching may count as having listened. */
  seconds: number;
  /** What it is, for screen readers. */
  label: string;
  /** Each time it begins to sound. */
  onPlay?: () => void;
}

/** Plays speech: where one is in it, how long it is, any place of it, and faster. */
export function SoundPlayer({ path, seconds, label, onPlay }: Props) {
  const { t } = useTranslation();
  const { audio, isOn, at, speed, trouble, toggle, seek, faster } = useSound(path, seconds);
  return (
    <div role="group" aria-label={label}>
      {/* What is said here is written down nowhere. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio {...audio} preload="none" onPlay={() => { audio.onPlay(); onPlay?.(); }} />
      <div className={classes.player} data-playing={isOn}>
        <ActionIcon size={40} radius="xl" variant="light" aria-label={t(isOn ? "sound.pause" : "sound.play")} onClick={toggle}>
          {isOn ? <IconPlayerPause size={20} /> : <IconPlayerPlay size={20} />}
        </ActionIcon>
        <input
          type="range" className={classes.seek} min={0} max={seconds} step={1} value={Math.min(at, seconds)} aria-label={t("sound.place")}
          aria-valuetext={t("sound.at", { at: clock(at), length: clock(seconds) })} onChange={event => { seek(event.currentTarget.valueAsNumber); }}
        />
        <span className={classes.clock}>{clock(at)} / {clock(seconds)}</span>
        <button type="button" className={classes.speed} aria-label={t("sound.speed", { speed })} onClick={faster}>{speed.toLocaleString()}{"\u00d7"}</button>
      </div>
      {trouble && <Alert color="red" role="alert" mt="xs" title={t("sound.failed")}>{trouble}</Alert>}
    </div>
  );
}

