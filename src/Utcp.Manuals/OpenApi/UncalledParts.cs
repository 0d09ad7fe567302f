using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reports what a document describes beside its operations and no client has: webhooks, callbacks and links. Each once, with its number, at its first place.</summary>
internal sealed class UncalledParts(OpenApiDocument document)
{
    private readonly Found _callbacks = new();
    private readonly Found _links = new();

    public void Report(IReadOnlyList<OperationSource> operations)
    {
        foreach (var operation in operations.Select(source => source.Operation.Value))
        {
            _callbacks.Note(operation["callbacks"]);
            foreach (var response in operation["responses"]?.Members ?? [])
            {
                _links.Note(document.References.Peek(response.Value)["links"]);
            }
        }

        var webhooks = new Found();
        webhooks.Note(document.Root["webhooks"]);
        Report(webhooks, "webhook", "Clients make calls and do not receive any; the receiving side is up to you.");
        Report(_callbacks, "callback", "Clients make calls and do not receive any; the receiving side is up to you.");
        Report(_links, "link", "Links are not followed; call the operations that they name.");
    }

    private void Report(Found found, string kind, string remark)
    {
        if (found.Count > 0)
        {
            var number = found.Count.ToString(CultureInfo.InvariantCulture);
            document.Problems.Add(ProblemCodes.NotCalled, found.First, $"The document describes {number} {kind}{(found.Count == 1 ? "" : "s")}, for which nothing is generated. {remark}");
        }
    }

    private sealed class Found
    {
        private readonly HashSet<JsonSpan> _seen = [];

        public int Count => _seen.Count;

        public JsonSpan First { get; private set; }

        // Shared responses are met again and again.
        public void Note(JsonValue? table)
        {
            foreach (var member in table?.Members ?? [])
            {
                if (!member.Name.StartsWith("x-", StringComparison.Ordinal) && _seen.Add(member.NameSpan) && _seen.Count == 1)
                {
                    First = member.NameSpan;
                }
            }
        }
    }
}
