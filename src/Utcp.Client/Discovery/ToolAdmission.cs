using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Discovery;

/// <summary>Decides which tools of a manual are registered. What is left out is reported and costs nothing else (D1).</summary>
internal sealed class ToolAdmission(CallTemplate template, DiscoveredManual discovered, Func<string, bool> isKnown, AllowedHosts allowedHosts)
{
    private readonly List<Problem> _problems = [];

    /// <summary>The tools that may be called, and what was noticed.</summary>
    public (IReadOnlyList<Tool> Tools, IReadOnlyList<Problem> Problems) Admit()
    {
        var tools = discovered.Manual.Tools.Where(IsAdmitted).ToList();

        // The reader does not know which protocols this client has.
        var known = discovered.Manual.Tools.Where(tool => tool.Call is UnsupportedCall && isKnown(tool.Call.Type)).Select(tool => tool.Call.Span).ToHashSet();
        var noticed = discovered.Problems.Where(problem => problem.Code != ProblemCodes.UnsupportedCallTemplate || !known.Any(span => Contains(span, problem.Span)));
        return (tools, [.. noticed, .. _problems]);
    }

    private static bool Contains(Manuals.Json.JsonSpan outer, Manuals.Json.JsonSpan inner) => inner.Start >= outer.Start && inner.Start + inner.Length <= outer.Start + outer.Length;

    private bool IsAdmitted(Tool tool)
    {
        var type = tool.Call.Type;
        if (!template.AllowedProtocols.Contains(type, StringComparer.Ordinal))
        {
            Report(tool, ProblemCodes.UnsupportedCallTemplate, $"The tool {Quoted.Text(tool.Name)} is left out, because the manual may bring tools of the type {string.Join(", ", template.AllowedProtocols)} only: add {Quoted.Text(type)} to 'allowed_communication_protocols' of the call template that the manual is registered with.");
            return false;
        }

        if (!isKnown(type))
        {
            // The reader said so where it reads the type; not where another protocol's reader did.
            if (tool.Call is not UnsupportedCall)
            {
                Report(tool, ProblemCodes.UnsupportedCallTemplate, $"The tool {Quoted.Text(tool.Name)} is left out, because this client has no protocol for {Quoted.Text(type)}.");
            }

            return false;
        }

        if (discovered.IsRemote && Refusal(tool.Call) is { } refusal)
        {
            Report(tool, ProblemCodes.InsecureUrl, $"The tool {Quoted.Text(tool.Name)} is left out: {refusal}");
            return false;
        }

        return true;
    }

    // What variables hide is judged when the tool is called.
    private string? Refusal(Call call)
    {
        if (call.Type == "file")
        {
            return "a manual that came over the network may not read files.";
        }

        var (url, use) = call switch
        {
            HttpFamilyCall http => (http.Url, UrlUse.Http),
            WebSocketCall socket => (socket.Url, UrlUse.WebSocket),
            _ => (null, UrlUse.Http),
        };
        return Refusal(url, use) ?? RefusalOfAuth(call);
    }

    // Of several ways to authenticate one is enough.
    private string? RefusalOfAuth(Call call)
    {
        var sets = call.GetAuthSets();
        var refusals = sets.Select(set => set.OfType<OAuth2Auth>().Select(auth => Refusal(auth.TokenUrl, UrlUse.Http)).FirstOrDefault(refusal => refusal is not null)).OfType<string>().ToList();
        return refusals.Count > 0 && refusals.Count == sets.Count && !call.AuthIsOptional ? refusals[0] : null;
    }

    private string? Refusal(string? url, UrlUse use)
    {
        if (url is null || UrlTemplate.Parse(url) is not { HasVariableInOrigin: false } parsed)
        {
            return null;
        }

        var verdict = UrlPolicy.Check(parsed.ToSample(), use, UrlTrust.Remote, allowedHosts);
        return verdict.IsAllowed ? null : verdict.Message;
    }

    private void Report(Tool tool, string code, string message) => _problems.Add(new Problem(code, message, tool.Call.Span, ""));
}
