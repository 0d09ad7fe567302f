using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads OpenAPI documents, Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2, into the model of manuals: each operation becomes a tool (UTCP section 8).</summary>
public static class OpenApiReader
{
    /// <summary>Reads a document whose own URL is not known: relative servers start at the variable <c>BASE_URL</c>.</summary>
    /// <inheritdoc cref="Read(JsonValue, ProblemList, string, CancellationToken)"/>
    public static Manual? Read(JsonValue root, ProblemList problems, CancellationToken cancellationToken = default) => Read(root, problems, null, cancellationToken);

    /// <summary>
    /// Reads a document. Each operation stands alone: one that cannot be read is reported and left out, and the others are kept. References are followed inside the
    /// document and the other documents of the description (<see cref="ProblemList.Documents"/>).
    /// </summary>
    /// <param name="root">The document.</param>
    /// <param name="problems">Where problems go; created for the same document, so that they get their JSON Pointers.</param>
    /// <param name="documentUrl">Where the document was loaded from, or null: relative servers start there, and its servers are trusted no more than it is.</param>
    /// <param name="cancellationToken">Ends the work between two operations.</param>
    /// <returns>The manual, or null when the document is none; that is reported too.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled. Nothing in a document makes this method throw.</exception>
    public static Manual? Read(JsonValue root, ProblemList problems, string? documentUrl, CancellationToken cancellationToken = default)
    {
        if (OpenApiVersion.Read(root, problems) is not { } version)
        {
            return null;
        }

        var document = new OpenApiDocument(root, problems, documentUrl);
        document.Nodes.ReportUnknown(root, ObjectKind.Document);
        if (root["paths"] is null && root["webhooks"] is null && root["components"] is null)
        {
            problems.Add(ProblemCodes.MissingField, root, "The document has no 'paths', so it offers nothing to call: add them.");
        }

        var paths = new PathReader(document);
        var operations = paths.Read(cancellationToken);
        var names = new OperationNames(document).Of(operations);
        var reader = new OperationReader(document);
        var tools = new List<Tool>(operations.Count);
        for (var i = 0; i < operations.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tools.Add(reader.Read(operations[i], names[i]));
        }

        new UncalledParts(document).Report(operations);
        var info = document.Nodes.Object(root, "info") ?? root;
        return new Manual
        {
            Title = document.Nodes.Text(info, "title") is { Length: > 0 } title ? title : null,
            Description = document.Nodes.Text(info, "description") is { Length: > 0 } description ? description : null,
            Version = Version(info["version"]) ?? "1.0.0",
            OpenApiVersion = version,
            Tags = TagReader.Read(document),
            Servers = ServerChoices.Of(document),
            Tools = tools,
            DeclaredToolCount = paths.Count,
            Schemas = document.Schemas.Complete(),
        };
    }

    private static string? Version(JsonValue? value) => value is { Text.Length: > 0 } && (value.IsString || value.Kind == JsonKind.Number) ? value.Text : null;
}
