using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Json;

/// <summary>What became of a JSON text.</summary>
/// <param name="Root">The value of the text, or null when the text is not JSON or passes a limit.</param>
/// <param name="Problems">
/// Without a root, exactly one <see cref="ProblemCodes.InvalidJson"/> or <see cref="ProblemCodes.LimitExceeded"/>: the first one in the text.
/// With a root, at most 1,000 <see cref="ProblemCodes.DuplicateName"/>, in document order of the objects' ends.
/// </param>
public sealed record JsonReadResult(JsonValue? Root, IReadOnlyList<Problem> Problems);
