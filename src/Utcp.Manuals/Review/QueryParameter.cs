using Utcp.Manuals.Json;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Review;

/// <summary>A parameter in the query of a URL.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value as it is written.</param>
internal sealed record QueryParameter(string Name, TextPart Value)
{
    // Words such as "token" and "key" also name what is no credential.
    private static readonly string[] Harmless = ["page", "next", "continuation", "sort", "order", "group", "primary", "foreign", "public", "partition", "cursor", "sync", "idempotency"];
    private static readonly string[] Joined = ["apikey", "accesstoken", "authtoken", "clientsecret", "secretkey", "sig", "signature", "appid"];

    /// <summary>The text of the value.</summary>
    public string Text => Value.Value.Text.Substring(Value.Start, Value.Length);

    /// <summary>Whether the name is one of a credential.</summary>
    public bool IsSecret => IsSecretName(Name);

    /// <summary>The parameters of a URL.</summary>
    public static IEnumerable<QueryParameter> Of(JsonValue url)
    {
        var text = url.Text;
        var at = text.IndexOf('?');
        var end = text.IndexOf('#') is var hash && hash < 0 ? text.Length : hash;
        while (at >= 0 && at + 1 < end)
        {
            var next = text.IndexOf('&', at + 1) is > 0 and var found && found < end ? found : end;
            var equals = text.IndexOf('=', at, next - at);
            if (equals > 0 && equals + 1 < next)
            {
                yield return new QueryParameter(text.Substring(at + 1, equals - at - 1), new TextPart(url, equals + 1, next - equals - 1));
            }

            at = next;
        }
    }

    /// <summary>Whether a name is that of a credential.</summary>
    public static bool IsSecretName(string name) =>
        Joined.Contains(name, StringComparer.OrdinalIgnoreCase) || (HeaderPolicy.HasSensitiveWord(name) && !name.Split('-', '_', '.').Any(word => Harmless.Contains(word, StringComparer.OrdinalIgnoreCase)));
}
