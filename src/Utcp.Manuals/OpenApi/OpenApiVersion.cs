using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>The version of the specification that a document names.</summary>
internal static class OpenApiVersion
{
    /// <summary>The version as written; null, and reported, when the document is none that can be read.</summary>
    public static string? Read(JsonValue root, ProblemList problems)
    {
        var value = root["openapi"] is { IsNull: false } openApi ? openApi : root["swagger"];
        var isSwagger = ReferenceEquals(value, root["swagger"]);
        if (!root.IsObject || value is null || !(value.IsString || value.Kind == JsonKind.Number))
        {
            problems.Add(ProblemCodes.NotAManual, value ?? root, "This is no OpenAPI document: it has no 'openapi' or 'swagger' with a version.");
            return null;
        }

        if (!value.IsString)
        {
            problems.Add(ProblemCodes.InvalidField, value, $"The version must be a string: write \"{value.Text}\".");
        }

        if (isSwagger ? !Is(value.Text, "2") : Is(value.Text, "1") || Is(value.Text, "2"))
        {
            problems.Add(ProblemCodes.NotAManual, value, $"Documents of version {Quoted.Text(value.Text)} cannot be read: convert it to OpenAPI 3. Versions 2.0 to 3.2 are read.");
            return null;
        }

        if (!isSwagger && !Is(value.Text, "3"))
        {
            problems.Add(ProblemCodes.InvalidField, value, $"{Quoted.Text(value.Text)} is no known version of OpenAPI; the document is read as 3.2.");
        }

        return value.Text;
    }

    private static bool Is(string version, string major) => version == major || version.StartsWith(major + ".", StringComparison.Ordinal);
}
