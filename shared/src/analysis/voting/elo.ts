/** A game against one who is rated: score 1 won, 0.5 drawn, 0 lost. */
export interface EloGame {
  readonly opponentRating: number;
  readonly score: number;
}

/**
 * Elo's rating after one period: E = 1 / (1 + 10^((Rb − Ra) / 400)), R ← R + K Σ (S − E), once after all games.
 *
 * Period by period the result hangs on the order, so it is for live feel only; results come from `fitBradleyTerry`.
 * @returns one expected score a game; the rating is as before without games
 * @see Elo, "The rating of chessplayers, past and present", 1978
 */
export function rateByElo(
  rating: number,
  games: readonly EloGame[],
  kFactor: number = 32,
): { readonly expectedScores: readonly number[]; readonly rating: number } {
  const expectedScores = games.map(({ opponentRating }) => 1 / (1 + 10 ** ((opponentRating - rating) / 400)));
  const surplus = games.reduce((sum, { score }, game) => sum + score - (expectedScores[game] ?? 0), 0);
  return { expectedScores, rating: rating + kFactor * surplus };
}
