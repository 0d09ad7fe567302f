using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.CodeFixes.Documents;
using Utcp.Generators.Analyzers.Documents;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Analyzers.Documents;

/// <summary>The fixes change the document itself, one place or all, as an editor would ask them to.</summary>
public sealed class DocumentFixTests
{
    [Theory]
    [InlineData("weather.json", """{ "utcp_version": "1.1.0", "tools": [{ "name": "t", "tool_call_template": { "call_template_type": "http", "url": "http://a.example.com/x" } }, { "name": "u", "tool_call_template": { "call_template_type": "websocket", "url": "WS:\/\/b.example.com" } }] }""",
        """{ "utcp_version": "1.1.0", "tools": [{ "name": "t", "tool_call_template": { "call_template_type": "http", "url": "https://a.example.com/x" } }, { "name": "u", "tool_call_template": { "call_template_type": "websocket", "url": "WSS:\/\/b.example.com" } }] }""")]
    [InlineData("api.yaml", "openapi: 3.1.0\ninfo: { title: T, version: '1' }\nservers:\n  - url: http://a.example.com # now\npaths:\n  /a: { servers: [{ url: '{s}://b.example.com', variables: { s: { default: http } } }], get: { operationId: a } }\n",
        "openapi: 3.1.0\ninfo: { title: T, version: '1' }\nservers:\n  - url: https://a.example.com # now\npaths:\n  /a: { servers: [{ url: '{s}://b.example.com', variables: { s: { default: https } } }], get: { operationId: a } }\n")]
    [InlineData("api.json", """{ "swagger": "2.0", "host": "a.example.com", "schemes": ["http"], "paths": {} }""", """{ "swagger": "2.0", "host": "a.example.com", "schemes": ["https"], "paths": {} }""")]
    public Task Schemes_become_encrypted(string path, string text, string repaired) => VerifyAsync<SecureSchemeInDocumentFix>("UTCP201.document.secure", path, text, repaired);

    [Theory]
    [InlineData("weather.json", """{ "utcp_version": "1.1.0", "tools": [{ "name": "t", "tool_call_template": { "call_template_type": "http", "url": "https://a.example.com/x", "headers": { "Authorization": "Bearer abc" }, "auth": { "auth_type": "api_key", "api_key": "k1" } } }, { "name": "get u", "tool_call_template": { "call_template_type": "http", "url": "https://b.example.com/x?token=a81bc81bdead4e5dabff90865d1e13b1&b=c", "auth": { "auth_type": "api_key", "api_key": "k2" } } }] }""",
        """{ "utcp_version": "1.1.0", "tools": [{ "name": "t", "tool_call_template": { "call_template_type": "http", "url": "https://a.example.com/x", "headers": { "Authorization": "Bearer ${AUTHORIZATION}" }, "auth": { "auth_type": "api_key", "api_key": "${T_API_KEY}" } } }, { "name": "get u", "tool_call_template": { "call_template_type": "http", "url": "https://b.example.com/x?token=${TOKEN}&b=c", "auth": { "auth_type": "api_key", "api_key": "${GET_U_API_KEY}" } } }] }""")]
    [InlineData("weather.yaml", "utcp_version: 1.1.0\ntools:\n  - name: t\n    tool_call_template:\n      call_template_type: http\n      url: https://a.example.com/x\n      headers: { Authorization: Bearer abc }\n      auth:\n        auth_type: basic\n        username: u\n        password: p w # old\n",
        "utcp_version: 1.1.0\ntools:\n  - name: t\n    tool_call_template:\n      call_template_type: http\n      url: https://a.example.com/x\n      headers: { Authorization: \"Bearer ${AUTHORIZATION}\" }\n      auth:\n        auth_type: basic\n        username: u\n        password: \"${PASSWORD}\" # old\n")]
    public Task Secrets_become_variables(string path, string text, string repaired) => VerifyAsync<VariableInDocumentFix>("UTCP203.document.variable", path, text, repaired);

    [Fact]
    public async Task What_an_edit_cannot_repair_gets_no_fix()
    {
        using var workspace = new AdhocWorkspace();
        var project = Open(workspace, "weather.json", DocumentTest.Urls("http://0.0.0.0/x", "https://u:p@a.example.com/"));

        foreach (var diagnostic in await DiagnosticsAsync(project))
        {
            Assert.Empty(await ActionsAsync<SecureSchemeInDocumentFix>(project, diagnostic));
        }
    }

    [Theory]
    [InlineData(typeof(SecureSchemeInDocumentFix))]
    [InlineData(typeof(VariableInDocumentFix))]
    public void Editors_offer_them_in_additional_documents(Type fix) =>
        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], fix.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.DocumentKinds);

    private static async Task VerifyAsync<TFix>(string key, string path, string text, string repaired)
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var original = Open(workspace, path, text);
        var project = original;
        for (var step = 0; step < 9; step++)
        {
            var actions = new List<CodeAction>();
            foreach (var diagnostic in await DiagnosticsAsync(project))
            {
                actions.AddRange(await ActionsAsync<TFix>(project, diagnostic));
            }

            Assert.All(actions, action => Assert.Equal(key, action.EquivalenceKey));
            if (actions.Count == 0)
            {
                break;
            }

            // Names may depend on what is still there, so that one by one is tried from the end.
            project = (await ChangedAsync(actions[^1])).GetProject(project.Id)!;
        }

        Assert.Empty((await DiagnosticsAsync(project)).Where(diagnostic => new TFix().FixableDiagnosticIds.Contains(diagnostic.Id)));
        foreach (var scope in new[] { FixAllScope.Project, FixAllScope.Solution })
        {
            var fix = new TFix();
            var context = new FixAllContext(original, fix, scope, key, fix.FixableDiagnosticIds, new Provider(), CancellationToken.None);
            var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
            Assert.Equal(repaired, (await (await ChangedAsync(action!)).GetProject(original.Id)!.AdditionalDocuments.Single().GetTextAsync()).ToString());
        }
    }

    private static Project Open(AdhocWorkspace workspace, string path, string text)
    {
        var project = workspace.AddProject("Consumer", LanguageNames.CSharp);
        return project.AddAdditionalDocument(Path.GetFileName(path), Microsoft.CodeAnalysis.Text.SourceText.From(text), filePath: path).Project;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project) =>
        await new CompilationWithAnalyzers((await project.GetCompilationAsync())!, [new ManualAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(CancellationToken.None);

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync<TFix>(Project project, Diagnostic diagnostic)
        where TFix : CodeFixProvider, new()
    {
        var actions = new List<CodeAction>();
        var fix = new TFix();
        if (fix.FixableDiagnosticIds.Contains(diagnostic.Id))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(project.AdditionalDocuments.Single(), diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    private static async Task<Solution> ChangedAsync(CodeAction action) => Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()).ChangedSolution;

    private sealed class Provider : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await DiagnosticsAsync(project);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await DiagnosticsAsync(project);
    }
}
