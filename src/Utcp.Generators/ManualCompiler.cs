using Utcp.Generators.CSharp;
using Utcp.Generators.Emit;
using Utcp.Generators.Inputs;
using Utcp.Generators.Reviews;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators;

/// <summary>The whole way of one file: text, tree, manual, client model, sources. Pure.</summary>
internal static class ManualCompiler
{
    /// <summary>Compiles a manual. A defect of ours is reported as UTCP900 and costs this file only.</summary>
    public static ClientResult Compile(LinkedManual manual, ProjectOptions project, CancellationToken cancellationToken)
    {
        var documents = new ManualDocuments(manual);
        try
        {
            return CompileChecked(manual, documents, project, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(manual.File, documents, new Problem(ProblemCodes.InternalError, $"The generator failed: {exception.GetType().Name}: {exception.Message} Please report this with the manual that causes it.", default, ""));
        }
    }

    private static ClientResult CompileChecked(LinkedManual linked, ManualDocuments documents, ProjectOptions project, CancellationToken cancellationToken)
    {
        var file = linked.File;
        if (file.Text is null)
        {
            return Failed(file, documents, new Problem(ProblemCodes.UnreadableFile, $"'{file.Path}' cannot be read. Check that it exists and is a text file.", default, ""));
        }

        if (documents.All.First.Root is not { } root)
        {
            return Failed(file, documents, [.. documents.All.First.Result!.Problems]);
        }

        var problems = new ProblemList(root, documents.All);
        var manual = ManualRecognition.Recognise(root) == ManualKind.OpenApi
            ? OpenApiReader.Read(root, problems, cancellationToken)
            : UtcpManualReader.Read(root, problems, cancellationToken);
        KnownReviews.Leave(linked, documents, cancellationToken);
        if (manual is null)
        {
            return Failed(file, documents, [.. documents.All.First.Result!.Problems, .. documents.All.PartProblems, .. problems.Problems]);
        }

        var name = ClientNames.For(new ClientRequest(file.Path, manual.Title, file.Options.Namespace, file.Options.ClientName, project.RootNamespace), problems);
        var client = ClientMapper.Map(ToolFilter.Apply(manual, file.Options, problems), name, problems, cancellationToken);
        var sources = ClientEmitter.Emit(client, cancellationToken);
        var types = client.TypeNames.Select(type => name.Namespace + "." + type);
        var diagnostics = documents.Locate([.. documents.All.First.Result!.Problems, .. documents.All.PartProblems, .. problems.Problems]);
        return new ClientResult(file.Path, name.Namespace + "." + name.Client, new([.. types]), new([.. sources]), diagnostics);
    }

    private static ClientResult Failed(ManualFile file, ManualDocuments documents, params Problem[] problems) => new(file.Path, "", EquatableArray<string>.Empty, EquatableArray<GeneratedSource>.Empty, documents.Locate(problems));
}
