using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Utcp;

/// <summary>Notices credentials that stand in a manual in the clear.</summary>
internal static class SecretCheck
{
    /// <summary>Reports a secret without any variable. The message never repeats it.</summary>
    public static void Check(JsonValue secret, string name, ProblemList problems)
    {
        if (secret.Text.Length > 0 && VariableScanner.Scan(secret.Text).Count == 0)
        {
            problems.Add(ProblemCodes.LiteralSecret, secret, $"The value of {Quoted.Text(name)} is a secret that everybody who has this file can read: write a variable such as ${{{VariableName(name)}}} and give its value to the client.");
        }
    }

    private static string VariableName(string name)
    {
        var characters = name.ToUpperInvariant().ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] is not (>= 'A' and <= 'Z' or >= '0' and <= '9'))
            {
                characters[i] = '_';
            }
        }

        return characters.Length is 0 or > 40 ? "SECRET" : new string(characters);
    }
}
