using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Architecture;

/// <summary>Who may know whom (design, section 2).</summary>
public sealed class RoomTests
{
    private static readonly Lazy<SourceTree> Client = new(() => SourceTree.Of("Utcp.Manuals", "Utcp.Manuals.Yaml", "Utcp.Runtime", "Utcp.Client"));
    private const string Yaml = "Utcp.Manuals.Yaml";
    private static readonly Lazy<SourceTree> Compiler = new(() => SourceTree.Of("Utcp.Manuals", "Utcp.Manuals.Yaml", "Utcp.Generators"));
    private static readonly Lazy<SourceTree> Runtime = new(() => SourceTree.Of("Utcp.Manuals", "Utcp.Runtime"));

    [Fact]
    public void The_sources_are_bound()
    {
        Assert.Contains(Compiler.Value.Uses, use => use is { From: "Utcp.Generators", Namespace: "Utcp.Generators.Emit", Type: "ClientEmitter" });
        Assert.Contains(Compiler.Value.Uses, use => use is { From: Yaml, Namespace: "YamlDotNet.Core", Type: "Parser" });
    }

    [Fact]
    public void Manuals_know_nobody() => Never(
        Compiler, "Utcp.Manuals", use => !IsIn(use.From, Yaml) && (IsIn(use.Namespace, Yaml) || !(IsIn(use.Namespace, "Utcp.Manuals") || IsIn(use.Namespace, "System"))));

    [Fact]
    public void Yaml_knows_trees_problems_and_the_parser() => Only(Compiler, Yaml, Yaml, "Utcp.Manuals.Json", "Utcp.Manuals.Problems", "YamlDotNet.Core", "System");

    // Nothing but this room may make the compiler load YamlDotNet.
    [Fact]
    public void One_room_knows_YamlDotNet() => Never(Compiler, "Utcp", use => !IsIn(use.From, Yaml) && IsIn(use.Namespace, "YamlDotNet"));

    [Fact]
    public void Manuals_touch_no_file_no_network_and_no_reflection() => Never(
        Compiler, "Utcp.Manuals", use => (use.Namespace == "System.IO" && use.Type != "StringReader") || use.Namespace is "System.Net" or "System.Net.Http" or "System.Net.Sockets" or "System.Reflection" || use.Type is "Environment" or "Activator" or "AppDomain");

    [Theory]
    [InlineData("Utcp.Manuals.Json", "Utcp.Manuals.Json", "Utcp.Manuals.Problems")]
    [InlineData("Utcp.Manuals.Problems", "Utcp.Manuals.Problems", "Utcp.Manuals.Json")]
    [InlineData("Utcp.Manuals.Schemas", "Utcp.Manuals.Schemas", "Utcp.Manuals.Json", "Utcp.Manuals.Problems")]
    [InlineData("Utcp.Manuals.Model", "Utcp.Manuals.Model", "Utcp.Manuals.Schemas", "Utcp.Manuals.Json", "Utcp.Manuals.Security")]
    public void Rooms_of_manuals(string room, params string[] known) => Only(Compiler, room, ["System", .. known]);

    [Fact]
    public void Inputs_know_manuals_and_the_compiler() => Only(
        Compiler, "Utcp.Generators.Inputs", use => use is { Namespace: "Utcp.Generators", Type: "EquatableArray" }
            || new[] { "Utcp.Generators.Inputs", "Utcp.Manuals", "Microsoft.CodeAnalysis", "System" }.Any(room => IsIn(use.Namespace, room)));

    [Fact]
    public void CSharp_knows_manuals_and_no_compiler() => Only(Compiler, "Utcp.Generators.CSharp", "Utcp.Generators.CSharp", "Utcp.Manuals", "System");

    [Fact]
    public void CSharp_knows_no_reader() => Never(
        Compiler, "Utcp.Generators.CSharp", use => (use.Namespace == "Utcp.Manuals.Utcp" && use.Type is not ("UrlTemplate" or "UrlPiece" or "VariableScanner" or "VariableReference")) || use.Type.EndsWith("Reader", StringComparison.Ordinal));

    [Fact]
    public void Emit_knows_the_client_model_and_no_manual() => Only(
        Compiler, "Utcp.Generators.Emit", use => use is { Namespace: "Utcp.Generators", Type: "GeneratedSource" } or { Namespace: "Utcp.Manuals.Json", Type: "JsonKind" }
            || use is { Namespace: "Utcp.Manuals.Model", Type: "Effects" or "ParameterLocation" or "Auth" or "ApiKeyAuth" or "ApiKeyLocation" or "BasicAuth" or "OAuth2Auth" or "StatusRange" or "MediaKind" }
            || use is { Namespace: "Microsoft.CodeAnalysis.CSharp", Type: "SymbolDisplay", File: "Utcp.Generators/Emit/CSharpText.cs" }
            || IsIn(use.Namespace, "Utcp.Generators.Emit") || IsIn(use.Namespace, "Utcp.Generators.CSharp") || IsIn(use.Namespace, "System"));

    [Fact]
    public void Emit_builds_text_in_two_places() => Never(
        Compiler, "Utcp.Generators.Emit", use => use is { Namespace: "System.Text", Type: "StringBuilder" } && use.File is not ("Utcp.Generators/Emit/CSharpText.cs" or "Utcp.Generators/Emit/SourceWriter.cs"));

    [Fact]
    public void One_file_escapes() => Assert.Equal(
        ["Utcp.Generators/Emit/CSharpText.cs"],
        Compiler.Value.Uses.Where(use => use.Type is "SymbolDisplay" or "SyntaxFactory" or "SecurityElement").Select(use => use.File).Distinct());

    [Fact]
    public void Diagnostics_know_problems_and_the_compiler() => Only(
        Compiler, "Utcp.Generators.Diagnostics", "Utcp.Generators.Diagnostics", "Utcp.Manuals.Problems", "Utcp.Manuals.Json", "Microsoft.CodeAnalysis", "System");

    [Fact]
    public void Analyzers_know_manuals_inputs_and_reviews() => Only(
        Compiler, "Utcp.Generators.Analyzers", use => use is { Namespace: "Utcp.Generators", Type: "EquatableArray" }
            || new[] { "Utcp.Generators.Analyzers", "Utcp.Generators.Diagnostics", "Utcp.Generators.Inputs", "Utcp.Generators.Reviews", "Utcp.Manuals", "Microsoft.CodeAnalysis", "System" }.Any(room => IsIn(use.Namespace, room)));

    [Fact]
    public void Reviews_know_manuals_and_inputs() => Only(
        Compiler, "Utcp.Generators.Reviews", use => use is { Namespace: "Utcp.Generators", Type: "ManualDocuments" or "EquatableArray" } or { Namespace: "Utcp.Generators.Diagnostics", Type: "PrintableText" or "ProblemDigest" }
            || new[] { "Utcp.Generators.Reviews", "Utcp.Generators.Inputs", "Utcp.Manuals", "System" }.Any(room => IsIn(use.Namespace, room)));

    [Fact]
    public void The_generator_knows_no_analyzer() => Never(Compiler, "Utcp.Generators", use => IsIn(use.Namespace, "Utcp.Generators.Analyzers") && !IsIn(use.From, "Utcp.Generators.Analyzers"));

    [Fact]
    public void Runtime_knows_manuals() => Never(
        Runtime, "Utcp", use => !IsIn(use.Namespace, "System") && !IsIn(use.Namespace, "Utcp") && !IsIn(use.Namespace, "Microsoft.Extensions") && !IsIn(use.Namespace, "Polly") && use.Namespace != "<global namespace>");

    [Fact]
    public void Runtime_knows_no_client() => Never(Client, "Utcp", use => IsIn(use.Namespace, "Utcp.Client") && !IsIn(use.From, "Utcp.Client"));

    [Fact]
    public void Client_knows_runtime_and_manuals() => Only(Client, "Utcp.Client", use => IsIn(use.Namespace, "System") || IsIn(use.Namespace, "Utcp") || use.Namespace == "<global namespace>");

    [Fact]
    public void The_runtimes_json_knows_no_transport() => Only(Runtime, "Utcp.Json", use => use.Namespace is "Utcp.Json" or "Utcp" || IsIn(use.Namespace, "System"));

    [Fact]
    public void The_generator_uses_no_reflection_and_no_file() => Never(
        Compiler, "Utcp.Generators", use => use is { Namespace: "System.Reflection", Type: not "MemberInfo" } or { Namespace: "System.IO" } || use is { Namespace: "System", Type: "Activator" or "Environment" });

    [Theory]
    [InlineData("Utcp.Manuals.dll", "System.")]
    [InlineData("Utcp.Manuals.Yaml.dll", "System.", "Utcp.Manuals", "YamlDotNet")]
    [InlineData("Utcp.Runtime.dll", "System.", "Utcp.Manuals", "Microsoft.Extensions.", "Polly.")]
    [InlineData("Utcp.Client.dll", "System.", "Utcp.Manuals", "Utcp.Manuals.Yaml", "Utcp.Runtime")]
    [InlineData("Utcp.Validation.dll", "System.", "Utcp.Client", "Utcp.Manuals", "Utcp.Runtime", "NJsonSchema", "Newtonsoft.Json")]
    [InlineData("Utcp.CodeFixes.dll", "netstandard", "Microsoft.CodeAnalysis", "System.Collections.Immutable", "System.Composition")]
    [InlineData("Utcp.Generators.dll", "netstandard", "Microsoft.CodeAnalysis", "System.Collections.Immutable", "System.Memory", "System.Buffers", "YamlDotNet")]
    public void Assemblies_reference(string assembly, params string[] allowed)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly)));
        var reader = file.GetMetadataReader();
        var names = reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name));

        Assert.DoesNotContain(names, name => !allowed.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_generator_project_references_no_project_of_ours() =>
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Repository.Root, "src", "Utcp.Generators", "Utcp.Generators.csproj")), StringComparison.Ordinal);

    private static bool IsIn(string ns, string room) => ns == room || ns.StartsWith(room + ".", StringComparison.Ordinal);

    private static void Only(Lazy<SourceTree> sources, string room, params string[] known) => Only(sources, room, use => known.Any(one => IsIn(use.Namespace, one)));

    private static void Only(Lazy<SourceTree> sources, string room, Func<Use, bool> isKnown) => Never(sources, room, use => !isKnown(use));

    private static void Never(Lazy<SourceTree> sources, string room, Func<Use, bool> isForbidden)
    {
        var found = sources.Value.Uses.Where(use => IsIn(use.From, room) && isForbidden(use)).ToList();
        Assert.True(found.Count == 0, string.Join("\n", found));
    }
}
