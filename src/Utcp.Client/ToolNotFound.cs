using Utcp.Manuals.Utcp;

namespace Utcp.Client;

/// <summary>Says what is not there, and what was probably meant.</summary>
internal static class ToolNotFound
{
    public static UtcpToolNotFoundException Of(string name, IReadOnlyList<RegisteredManual> manuals)
    {
        var asked = ToolNames.ManualOf(name);
        var manual = manuals.FirstOrDefault(manual => manual.Name == asked);
        if (manual is not null)
        {
            var near = NearMiss.Find(name, manual.Tools.Select(tool => tool.Name));
            return new($"Tool not found: {Quoted.Text(name)}. The manual {manual.Name} has no such tool.{Meant(near)}", name, near);
        }

        // Models often leave the manual out.
        var bare = manuals.SelectMany(manual => manual.Tools).FirstOrDefault(tool => tool.Name.EndsWith("." + name, StringComparison.Ordinal))?.Name;
        if (bare is not null)
        {
            return new($"Tool not found: {Quoted.Text(name)}. Names of tools begin with their manual.{Meant(bare)}", name, bare);
        }

        var guess = NearMiss.Find(name, manuals.SelectMany(manual => manual.Tools).Select(tool => tool.Name))
            ?? (NearMiss.Find(asked, manuals.Select(manual => manual.Name)) is { } other ? other + name[asked.Length..] : null);
        guess = guess is not null && manuals.Any(manual => manual.Tools.Any(tool => tool.Name == guess)) ? guess : null;
        var registered = manuals.Count == 0 ? "No manual is registered." : $"Registered manuals are {string.Join(", ", manuals.Take(20).Select(manual => manual.Name))}{(manuals.Count > 20 ? ", …" : "")}.";
        return new($"Tool not found: {Quoted.Text(name)}. {registered}{Meant(guess)}", name, guess);
    }

    private static string Meant(string? name) => name is null ? "" : $" Did you mean {Quoted.Text(name)}?";
}
