import { Alert } from "@mantine/core";
import { ApiProblem } from "../api/problem";
import { EmptyState } from "./EmptyState";
import { IconSearchOff } from "./icons";

interface Props {
  error: Error;
  /** Where the server knows nothing of the kind: "There is no such callback". */
  unknown: string;
  /** Otherwise. */
  title: string;
}

/** In place of one thing that could not be read. */
export function FailedRead({ error, unknown, title }: Props) {
  return error instanceof ApiProblem && error.status === 404
    ? <EmptyState icon={IconSearchOff} title={unknown} />
    : <Alert color="red" role="alert" title={title}>{error.message}</Alert>;
}
