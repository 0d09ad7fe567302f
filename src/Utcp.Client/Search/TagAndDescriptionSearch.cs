namespace Utcp.Client;

/// <summary>
/// Scores tools by their tags and the words of their descriptions (section 6.4): <see cref="TagWeight"/> for each tag that the query contains or shares a word with,
/// <see cref="DescriptionWeight"/> for each distinct word of three letters or more that description and query share. Equal scores keep their order.
/// </summary>
public sealed class TagAndDescriptionSearch : IToolSearchStrategy
{
    /// <summary>The score of a tag. Default 3.</summary>
    public double TagWeight { get; init; } = 3;

    /// <summary>The score of a word of the description. Default 1.</summary>
    public double DescriptionWeight { get; init; } = 1;

    /// <summary>Whether tools that share nothing with the query are left out (D33). Default false, as in the reference implementation: then they come last.</summary>
    public bool DropsUnrelated { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    public ValueTask<IReadOnlyList<RegisteredTool>> SearchAsync(
        IReadOnlyList<RegisteredTool> tools, string query, int limit, IReadOnlyCollection<string>? anyOfTagsRequired, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var lower = query.ToLowerInvariant();
        var words = new HashSet<string>(SearchWords.Of(lower), StringComparer.Ordinal);
        var required = anyOfTagsRequired is { Count: > 0 } ? new HashSet<string>(anyOfTagsRequired, StringComparer.OrdinalIgnoreCase) : null;
        var scored = new List<(double Score, RegisteredTool Tool)>(tools.Count);
        foreach (var tool in tools)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (required is not null && !tool.Tags.Any(required.Contains))
            {
                continue;
            }

            var score = Score(tool, lower, words);
            if (score > 0 || !DropsUnrelated)
            {
                scored.Add((score, tool));
            }
        }

        IEnumerable<RegisteredTool> best = scored.OrderByDescending(entry => entry.Score).Select(entry => entry.Tool);
        return new([.. limit == 0 ? best : best.Take(limit)]);
    }

    private double Score(RegisteredTool tool, string query, HashSet<string> words)
    {
        var score = 0.0;
        foreach (var tag in tool.Tags)
        {
            var lower = tag.ToLowerInvariant();
            if (query.Contains(lower, StringComparison.Ordinal) || SearchWords.Of(lower).Any(words.Contains))
            {
                score += TagWeight;
            }
        }

        var common = SearchWords.Of(tool.Description.ToLowerInvariant()).Where(word => word.Length > 2 && words.Contains(word)).Distinct(StringComparer.Ordinal).Count();
        return score + (common * DescriptionWeight);
    }
}
