using Utcp.Manuals.Json;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review;

/// <summary>The fields of call templates whose whole value is a secret: those of authentication, and headers with credentials.</summary>
internal static class SecretFields
{
    /// <summary>The fields of a tool, each with the stem of its variable, be they literal or not.</summary>
    public static IEnumerable<(JsonMember Field, string Stem)> Of(ReviewedTool tool)
    {
        foreach (var auth in tool.Auths)
        {
            foreach (var member in auth.Members.Where(member => member.Value.IsString && AuthReader.IsCredential(member.Name)))
            {
                yield return (member, member.Name is "password" or "client_secret" ? member.Name.ToUpperInvariant() : "API_KEY");
            }
        }

        // An idempotency key names a request that may be repeated; it opens nothing.
        foreach (var member in tool.Headers.Where(member => member.Value.IsString && HeaderPolicy.IsSensitive(member.Name) && !member.Name.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase)))
        {
            yield return (member, SecretNames.Variable(member.Name));
        }
    }

    /// <summary>The secret in the value of a field, or null when there is none: it is empty, or a variable gives it.</summary>
    public static TextPart? Literal(JsonValue value, string stem)
    {
        if (value.Text.Length == 0 || VariableScanner.Scan(value.Text).Count > 0)
        {
            return null;
        }

        // The scheme of an Authorization header is no secret.
        var scheme = stem is not ("PASSWORD" or "CLIENT_SECRET") && value.Text.IndexOf(' ') is > 0 and < 12 and var space ? space + 1 : 0;
        return scheme < value.Text.Length ? new TextPart(value, scheme, value.Text.Length - scheme) : null;
    }
}
