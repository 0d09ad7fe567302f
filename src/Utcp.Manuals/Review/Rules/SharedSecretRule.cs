using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review.Rules;

/// <summary>One credential that several tools send to different sites (D15): one of them gets what opens the other.</summary>
internal sealed class SharedSecretRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tool in document.Tools.Where(tool => tool.IsCallable))
        {
            foreach (var (field, target) in Credentials(tool))
            {
                if (SiteOf(target) is not { } site)
                {
                    continue;
                }

                foreach (var variable in VariableScanner.Scan(field.Text))
                {
                    if (!first.TryGetValue(variable.Name, out var owner))
                    {
                        first.Add(variable.Name, site);
                    }
                    else if (owner != site)
                    {
                        yield return new Finding(
                            ProblemCodes.SharedSecret,
                            $"${{{variable.Name}}} is sent to {Quoted.Text(site)} here and to {Quoted.Text(owner)} by another tool, so that one of them gets the credential of the other: give each site a variable of its own.",
                            field.Span) { Part = new TextPart(field, variable.Start, variable.Length) };
                    }
                }
            }
        }
    }

    // A client secret goes to the token URL, and what it buys to the tool.
    private static IEnumerable<(JsonValue Field, ReviewedUrl? Target)> Credentials(ReviewedTool tool)
    {
        foreach (var (field, _) in SecretFields.Of(tool))
        {
            yield return (field.Value, field.Name == "client_secret" ? tool.TokenUrlBeside(field.Value) : tool.Url);
        }
    }

    private static string? SiteOf(ReviewedUrl? url) => url is { IsKnown: true } ? UrlSite.Of(url.Judged.Url) : null;
}
