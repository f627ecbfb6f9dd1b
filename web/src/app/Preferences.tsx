import { ActionIcon, Button, Group, Menu, useMantineColorScheme, type GroupProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSetLanguage } from "../api/me";
import { currentLanguage, type Language } from "../i18n";
import { IconMoon, IconSun, IconSunMoon } from "../ui/icons";

const schemes = [["light", IconSun], ["dark", IconMoon], ["auto", IconSunMoon]] as const;

/** Language and scheme: there at once, remembered on this device, and the language with the user too. */
export function Preferences(props: GroupProps) {
  const { t } = useTranslation("shell");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const setLanguage = useSetLanguage();
  const other: Language = currentLanguage() === "en" ? "fr" : "en";
  const Icon = schemes.find(([scheme]) => scheme === colorScheme)?.[1] ?? IconSunMoon;
  return (
    <Group gap={4} wrap="nowrap" {...props}>
      <Button variant="subtle" color="gray" c="dimmed" px={10} lang={other} onClick={() => { void setLanguage(other); }}>
        {other === "fr" ? "Français" : "English"}
      </Button>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" c="dimmed" size={36} aria-label={t("scheme.choose")}><Icon size={19} stroke={1.7} /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {schemes.map(([scheme, SchemeIcon]) => (
            <Menu.Item
              key={scheme} leftSection={<SchemeIcon size={16} />} role="menuitemradio" aria-checked={scheme === colorScheme}
              fw={scheme === colorScheme ? 600 : 400} onClick={() => { setColorScheme(scheme); }}
            >
              {t(`scheme.${scheme}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
