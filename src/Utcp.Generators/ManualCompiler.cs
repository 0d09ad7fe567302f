using Utcp.Generators.CSharp;
using Utcp.Generators.Diagnostics;
using Utcp.Generators.Emit;
using Utcp.Generators.Inputs;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators;

/// <summary>The whole way of one file: text, tree, manual, client model, sources. Pure.</summary>
internal static class ManualCompiler
{
    /// <summary>Compiles a manual. A defect of ours is reported as UTCP900 and costs this file only.</summary>
    public static ClientResult Compile(ManualFile file, ProjectOptions project, CancellationToken cancellationToken)
    {
        try
        {
            return CompileChecked(file, project, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(file, new Problem(ProblemCodes.InternalError, $"The generator failed: {exception.GetType().Name}: {exception.Message} Please report this with the manual that causes it.", default, ""));
        }
    }

    private static ClientResult CompileChecked(ManualFile file, ProjectOptions project, CancellationToken cancellationToken)
    {
        if (file.Text is null)
        {
            return Failed(file, new Problem(ProblemCodes.UnreadableFile, $"'{file.Path}' cannot be read. Check that it exists and is a text file.", default, ""));
        }

        var parsed = DocumentParser.Parse(file.Text, file.Format);
        if (parsed.Root is null)
        {
            return Failed(file, [.. parsed.Problems]);
        }

        var problems = new ProblemList(parsed.Root);
        var manual = ManualRecognition.Recognise(parsed.Root) == ManualKind.OpenApi
            ? OpenApiReader.Read(parsed.Root, problems, cancellationToken)
            : UtcpManualReader.Read(parsed.Root, problems, cancellationToken);
        if (manual is null)
        {
            return Failed(file, [.. parsed.Problems, .. problems.Problems]);
        }

        var name = ClientNames.For(new ClientRequest(file.Path, manual.Title, file.Options.Namespace, file.Options.ClientName, project.RootNamespace), problems);
        var client = ClientMapper.Map(ToolFilter.Apply(manual, file.Options, problems), name, problems, cancellationToken);
        var sources = ClientEmitter.Emit(client, cancellationToken);
        var types = client.TypeNames.Select(type => name.Namespace + "." + type);
        return new ClientResult(file.Path, name.Namespace + "." + name.Client, new([.. types]), new([.. sources]), Locate(file, [.. parsed.Problems, .. problems.Problems]));
    }

    private static ClientResult Failed(ManualFile file, params Problem[] problems) => new(file.Path, "", default, default, Locate(file, problems));

    private static EquatableArray<DiagnosticInfo> Locate(ManualFile file, IReadOnlyCollection<Problem> problems)
    {
        if (problems.Count == 0)
        {
            return default;
        }

        var positions = new LinePositions(file.Text ?? "");
        return new([.. ProblemDigest.Of(problems).Select(problem => positions.Locate(problem, file.Path))]);
    }
}
