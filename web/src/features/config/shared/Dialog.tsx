import { Modal, Text, type ModalProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  title: string;
  onClose: () => void;
  size?: ModalProps["size"];
  /** False while something would be lost by a click beside it. */
  closeOnClickOutside?: boolean;
  children: ReactNode;
}

/** A window over the page, open as long as it is drawn. */
export function Dialog({ title, onClose, size = "md", closeOnClickOutside = true, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} size={size} closeOnClickOutside={closeOnClickOutside} title={<Text fw={620}>{title}</Text>} closeButtonProps={{ "aria-label": t("close") }}>
      {children}
    </Modal>
  );
}
