using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Variables with credentials in the query of a URL, where servers and proxies log them. What stands there in the clear is a literal secret.</summary>
internal sealed class SecretInQueryRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document)
    {
        foreach (var url in document.Tools.Where(tool => tool.IsCallable).Select(tool => tool.Url?.Value).OfType<Json.JsonValue>())
        {
            foreach (var parameter in QueryParameter.Of(url).Where(parameter => parameter.IsSecret && VariableScanner.Scan(parameter.Text).Count > 0))
            {
                yield return new Finding(
                    ProblemCodes.SecretInQuery,
                    $"The variable in the query parameter {Quoted.Text(parameter.Name)} is a credential, which is logged and kept with the URL: move it into 'auth', in a header, or with \"location\": \"query\" where the server wants it so.",
                    url.Span) { Part = parameter.Value };
            }
        }
    }
}
