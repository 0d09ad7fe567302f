using System.Text;

namespace Utcp.Manuals.OpenApi;

/// <summary>Names of variables, as people write them: <c>ApiKeyAuth</c> and <c>api-key-auth</c> are <c>API_KEY_AUTH</c>.</summary>
internal static class VariableNames
{
    private const int MaxLength = 60;

    public static string Of(string name)
    {
        var result = new StringBuilder();
        for (var i = 0; i < name.Length && result.Length < MaxLength; i++)
        {
            var c = name[i];
            if (!IsLetter(c) && c is < '0' or > '9')
            {
                Separate(result);
                continue;
            }

            // A hump starts at an upper-case letter after a lower-case one, or before one: "userID", "HTTPBasic", "OAuth2Token".
            var isHump = IsUpper(c) && i > 0 && (IsLower(name[i - 1]) || (i > 1 && i + 1 < name.Length && IsLower(name[i + 1])));
            if (isHump)
            {
                Separate(result);
            }

            result.Append(char.ToUpperInvariant(c));
        }

        var text = result.ToString().Trim('_');
        return text.Length == 0 ? "AUTH" : text;
    }

    private static void Separate(StringBuilder name)
    {
        if (name.Length > 0 && name[name.Length - 1] != '_')
        {
            name.Append('_');
        }
    }

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsLetter(char c) => IsUpper(c) || IsLower(c);
}
