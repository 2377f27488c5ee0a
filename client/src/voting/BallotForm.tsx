import type { Paper } from "@palabre/shared/terms";
import { AgreementForm } from "./AgreementForm.tsx";
import { ConsentForm } from "./ConsentForm.tsx";
import { DotsForm } from "./DotsForm.tsx";
import type { AskedBallot, Pace } from "./formProps.ts";
import { JudgmentForm } from "./JudgmentForm.tsx";
import { LinksForm } from "./LinksForm.tsx";
import { PairwiseForm } from "./PairwiseForm.tsx";
import { RankedForm } from "./RankedForm.tsx";
import { RatingForm } from "./RatingForm.tsx";
import css from "./BallotForm.module.css";

export interface BallotFormProps {
  readonly ballot: AskedBallot;
  /** what is written on it until now: `startPaper` of its method at first */
  readonly paper: Paper;
  readonly onChange: (paper: Paper) => void;
  readonly pace: Pace;
}

/** The paper of a ballot, to be written on: props in, paper out. Who shows it hands it in. */
export const BallotForm = (props: BallotFormProps) => (
  <div className={css["form"]} data-method={props.paper.method}>
    <Form {...props} />
  </div>
);

const Form = ({ paper, ...rest }: BallotFormProps) => {
  switch (paper.method) {
    case "dots":
      return <DotsForm paper={paper} {...rest} />;
    case "judgment":
      return <JudgmentForm paper={paper} {...rest} />;
    case "ranked":
      return <RankedForm paper={paper} {...rest} />;
    case "pairwise":
      return <PairwiseForm paper={paper} {...rest} />;
    case "agreement":
      return <AgreementForm paper={paper} {...rest} />;
    case "rating":
      return <RatingForm paper={paper} {...rest} />;
    case "consent":
      return <ConsentForm paper={paper} {...rest} />;
    case "links":
      return <LinksForm paper={paper} {...rest} />;
  }
};
