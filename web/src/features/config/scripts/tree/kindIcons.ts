import type { ComponentType } from "react";
import * as icons from "../icons";

type IconType = ComponentType<{ size?: number; stroke?: number }>;

const ofKind: Readonly<Record<string, IconType>> = {
  say: icons.IconVolume,
  play: icons.IconPlaylist,
  setLanguage: icons.IconLanguage,
  getDigit: icons.IconDialpad,
  getValue: icons.IconForms,
  schedule: icons.IconCalendarTime,
  testQueue: icons.IconUsersGroup,
  testVariable: icons.IconArrowsSplit2,
  checkNumber: icons.IconAddressBook,
  label: icons.IconTag,
  goto: icons.IconArrowForward,
  loop: icons.IconRepeat,
  wait: icons.IconMusic,
  hangUp: icons.IconPhoneOff,
  forwardToQueue: icons.IconHeadset,
  forwardToAgent: icons.IconUserShare,
  forwardToNumber: icons.IconPhoneOutgoing,
  forwardToVoicemail: icons.IconMail,
  forwardToScript: icons.IconFileArrowRight,
  callback: icons.IconPhoneCall,
  checkCallback: icons.IconPhoneCheck,
  changeCallback: icons.IconPhonePause,
  setVariable: icons.IconVariable,
  webRequest: icons.IconWorldUpload,
};

export const iconOf = (type: string): IconType => ofKind[type] ?? icons.IconQuestionMark;
