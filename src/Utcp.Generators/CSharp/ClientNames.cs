using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.CSharp;

/// <summary>What the client of a file is called: the options, else the file's name, else the manual's title.</summary>
internal static class ClientNames
{
    private static readonly string[] Endings = [".json", ".yaml", ".yml", ".manual", ".utcp", ".openapi", ".swagger"];
    private static readonly string[] Speechless = ["manual", "utcp", "openapi", "swagger", "tools"];

    /// <summary>The names for a file.</summary>
    public static ClientName For(ClientRequest request, ProblemList problems)
    {
        var fileName = request.Path.Substring(request.Path.LastIndexOfAny(['/', '\\']) + 1);
        var stem = Stem(fileName, request.Title);
        var client = Option(request.ClientName, "ClientName", IsClassName, problems) ?? Identifier.Cut(stem + "Client");
        var ns = Option(request.Namespace, "Namespace", text => text.Split('.').All(Identifier.IsValid), problems);
        if (ns is null)
        {
            var root = string.Join(".", request.RootNamespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(Segment));
            ns = root.Length == 0 ? stem : root + "." + stem;
        }

        return new ClientName(string.Join(".", ns.Split('.').Select(Identifier.Escape)), client, "I" + client, stem, fileName);
    }

    private static string Stem(string fileName, string? title)
    {
        var stem = fileName;
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var ending in Endings)
            {
                if (stem.Length > ending.Length && stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                {
                    stem = stem.Substring(0, stem.Length - ending.Length);
                    cut = true;
                }
            }
        }

        var speaks = !Speechless.Contains(stem, StringComparer.OrdinalIgnoreCase);
        return Identifier.Pascal(speaks || string.IsNullOrWhiteSpace(title) ? stem : title!);
    }

    private static string? Option(string value, string name, Func<string, bool> isValid, ProblemList problems)
    {
        if (value.Length == 0)
        {
            return null;
        }

        if (isValid(value))
        {
            return value;
        }

        var why = value.Split('.').All(Identifier.IsValid) ? "which clients cannot be called" : "which is not a valid C# name";
        problems.Add(ProblemCodes.InvalidOption, new JsonSpan(0, 0), $"The option {name} of this UtcpManual item is '{value}', {why}; the default is used.");
        return null;
    }

    private static string Segment(string text) => Identifier.IsValid(text) ? text : Identifier.Pascal(text);

    // A class must not be called like its members, and the compiler warns of names that may become keywords: those of lower-case letters only.
    private static bool IsClassName(string text) => Identifier.IsValid(text) && text.Any(c => c is not (>= 'a' and <= 'z')) && text is not ("Operations" or "Variables" or "Servers" or "ManualMetadata");
}
